import { formatShape } from '@/lib/format/format';
import type { Padding } from '@/lib/kinds/types';
import { asMap, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/predict';
import { type AboutCell, common } from './about';
import type { Mistake, Task } from './task';
import { whole } from './task-words';

/** A bound above any plausible answer. */
export const MOST = 1_000_000;

/**
 * The fields of any question about a shape: its id, and what it shares with other questions about a value.
 */
export const aboutShape = ({ stage, cell }: AboutCell) => ({
  ...common(stage.id, cell),
  id: `predict shape ${stage.id}`,
});

/** The properties of a layer kind with a sliding window. */
interface Sliding {
  readonly tip: string;
  readonly because: string;
  readonly sliding: { readonly stride: number; readonly padding: Padding };
  /** The output shape with a different padding or stride. */
  readonly with: (change: { padding?: Padding; stride?: number }) => Shape;
  /** The misconceptions about this kind alone. */
  readonly mistakes: readonly Mistake[];
}

/** Asks for the output shape of a sliding window. */
export function shapeOfWindows(
  about: AboutCell,
  { tip, because, sliding, with: out, mistakes }: Sliding,
): Task {
  const { id, input, output } = about.stage;
  const [height, width, depth] = asMap(output);
  const { stride, padding } = sliding;
  const other = padding === 'same' ? 'valid' : 'same';
  return {
    ...aboutShape(about),
    text: words.shapeText({ stage: id, input: formatShape(input) }),
    tip,
    fields: [whole(words.height(), MOST), whole(words.width(), MOST), whole(words.channels(), MOST)],
    right: [...output],
    because,
    mistakes: [
      { answer: [...out({ padding: other })], sentence: words.otherPadding({ other, padding }) },
      { answer: [...out({ stride: 1 })], sentence: words.noStride({ stride }) },
      { answer: [depth, height, width], sentence: words.channelsLast() },
      { answer: [height - 1, width - 1, depth], sentence: words.tooFew() },
      { answer: [height + 1, width + 1, depth], sentence: words.tooMany() },
      ...mistakes,
    ],
    otherwise: words.shapeOtherwise(),
  };
}
