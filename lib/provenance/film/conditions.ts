/** What a beat can depend on besides its figure and its numbers: `when="weights trained"` tells it of a trained network only. */

import { hasBothSigns } from '@/lib/kinds/parts/activation';
import type { Stage } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import { channelsOf } from '@/lib/tensor/tensor';
import { epochAt } from './at-time';
import type { History } from './history';
import { lossText } from './measured';
import type { Beat, Condition } from './script';

interface Case {
  readonly beat: Pick<Beat, 'epochs'>;
  readonly stage: Stage;
  readonly history: History;
}

interface Topic {
  readonly values: readonly string[];
  of(about: Case): string;
}

const several = (count: number): string => (count > 1 ? 'several' : 'one');

/** How a loss changed, as far as that shows in the digits that are said: 0 where they are the same. */
const change = (from: number, to: number): number => (lossText(from) === lossText(to) ? 0 : to - from);

/**
 * Where the loss has gone from the run's first epoch to the last one of the beat. The loss of an epoch is a mean over all of
 * its steps; `recovered`: it rose, but on the validation images, which are measured after the last step, it fell.
 */
function lossOf({ beat, history }: Case): 'fell' | 'rose' | 'recovered' | 'even' {
  const epochs: readonly EpochRecord[] = history.run?.epochs ?? [];
  const first = epochs[0];
  const last = beat.epochs && epochs[epochAt(beat.epochs, 1, epochs.length)];
  if (!first || !last) return 'even';
  const by = change(first.loss, last.loss);
  if (by < 0) return 'fell';
  if (!(by > 0)) return 'even';
  return change(first.heldOutLoss, last.heldOutLoss) < 0 ? 'recovered' : 'rose';
}

/** Each topic has one value at a time, so beats with different ones take each other's place. */
export const TOPICS: Readonly<Record<string, Topic>> = {
  weights: { values: ['trained', 'initial', 'opened'], of: ({ history }) => history.weights },
  /** `open`: it may go on. */
  run: {
    values: ['none', 'open', 'over'],
    of: ({ history: { run } }) => (!run ? 'none' : run.over ? 'over' : 'open'),
  },
  start: { values: ['random', 'given'], of: ({ history }) => history.run?.start ?? 'given' },
  loss: { values: ['fell', 'rose', 'recovered', 'even'], of: lossOf },
  images: { values: ['known', 'unknown'], of: ({ history }) => (history.images > 0 ? 'known' : 'unknown') },
  /** Channels of the stage's input, and maps of its output. */
  inputs: { values: ['one', 'several'], of: ({ stage }) => several(channelsOf(stage.input)) },
  maps: { values: ['one', 'several'], of: ({ stage }) => several(channelsOf(stage.output)) },
  /** Whether values of the stage lie below 0 too, which are drawn in other colours. */
  signs: { values: ['one', 'both'], of: ({ stage }) => (hasBothSigns(stage.layer) ? 'both' : 'one') },
  colour: {
    values: ['grey', 'other'],
    of: ({ stage: { brightness, output } }) => (brightness !== null && output[2] === 1 ? 'grey' : 'other'),
  },
};

/** Conditions from their text, such as "weights initial opened, images known"; null where it names something unknown. */
export function parseConditions(text: string): readonly Condition[] | null {
  const all = text.split(',').map((one): Condition => {
    const [topic, ...values] = one.trim().split(/\s+/);
    return { topic, values };
  });
  const known = all.every(
    ({ topic, values }) =>
      values.length > 0 && values.every((value) => TOPICS[topic]?.values.includes(value)),
  );
  return known ? all : null;
}

/** Whether all conditions of a beat are met. */
export const isMet = ({ when = [] }: Beat, about: Case): boolean =>
  when.every(({ topic, values }) => values.includes(TOPICS[topic].of(about)));

/** Whether two beats are never told together. */
export const exclude = ({ when: one = [] }: Beat, { when: other = [] }: Beat): boolean =>
  one.some(({ topic, values }) =>
    other.some((two) => two.topic === topic && !two.values.some((value) => values.includes(value))),
  );
