/** The texts of the results of “Try it”. */
import { formatCount, formatNumber, formatPercent, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Aspect, LayerChange } from '@/lib/try-it/changes';
import type { CodeFault } from '@/lib/try-it/draft';
import words from '@/words/try-it';

export const EDITOR_LABEL = words.editor();
export const EDITOR_HINT = words.hint();
export const LOADING = words.loading();
export const LAST_THAT_WORKED = words.lastThatWorked();

export const faultWords = ({ sentence, line }: CodeFault): string =>
  line === null ? sentence : words.faultAt({ line, sentence });

/** The whole network in a sentence, with its number of parameters beside the learner's own. */
export function networkWords(now: Pipeline, original: Pipeline): string {
  const more = now.parameters - original.parameters;
  return words.runs({
    layers: now.stages.length,
    parameters: formatCount(now.parameters),
    than: more === 0 ? 'same' : more > 0 ? 'more' : 'fewer',
    count: formatCount(Math.abs(more)),
  });
}

const WAS: Readonly<Record<Aspect, (was: NonNullable<LayerChange['was']>) => string>> = {
  operation: ({ layer }) => words.wasOperation({ operation: rulesOf(layer).operation(layer) }),
  output: ({ output }) => words.wasOutput({ shape: formatShape(output) }),
  parameters: ({ parameters }) => words.wasParameters({ count: formatCount(parameters) }),
  multiplyAdds: ({ multiplyAdds }) => words.wasWork({ count: formatCount(multiplyAdds) }),
};

/** What has changed about a layer, compared with the learner's own network. */
export function changeWords({ was, other }: LayerChange): string {
  if (!was) return words.isNew();
  return other.length === 0 ? words.same() : other.map((aspect) => WAS[aspect](was)).join('; ');
}

export const goneWords = (ids: readonly string[]): string =>
  words.gone({ names: ids.join(', '), count: ids.length });

/** Where the weights come from, in a sentence. */
export function weightWords(kept: readonly string[], fresh: readonly string[], trained: boolean): string {
  if (trained) return words.allTrained();
  if (fresh.length === 0) return words.allKept();
  const begins = words.begins({ names: fresh.join(', '), count: fresh.length });
  return kept.length === 0 ? begins : words.keeps({ names: kept.join(', '), count: kept.length, begins });
}

export const trainWords = (images: number): string => words.train({ count: formatCount(images) });

export const trainedWords = (loss: number, accuracy: number, heldOut: number): string =>
  words.trained({
    loss: formatNumber(loss, 3),
    accuracy: formatPercent(accuracy),
    heldOut: formatPercent(heldOut),
  });
