import { ABOUT, ABOUT_LAST } from '@/lib/kinds/questions/bank';
import { MADE_UP_ENDS, MADE_UP_LAYERS } from '@/lib/kinds/questions/made-up';
import type { Stage } from '@/lib/network/pipeline';
import {
  type AskedAbout,
  type Draft,
  PREDICTION,
  type Question,
  type Random,
  settle,
  type Topic,
  TRAINING,
  type Writers,
} from '@/lib/questions/question';
import { MADE_UP_PREDICTIONS, MADE_UP_TRAINING } from '../made-up';
import { PREDICTIONS } from './prediction';
import { PREDICTION_REACH } from './prediction-reach';
import { TRAINING_CURVES } from './training-curves';
import { TRAINING_NUMBERS } from './training-numbers';
import { TRAINING_SETS } from './training-sets';

/** A question of the bank. Each writing keeps its id and what it asks, but has different made-up numbers. */
export interface Entry {
  readonly id: string;
  readonly topic: Topic;
  readonly write: (random: Random) => Question | null;
}

const ABOUT_PREDICTION: Writers<null> = { ...PREDICTIONS, ...PREDICTION_REACH };
const ABOUT_TRAINING: Writers<null> = { ...TRAINING_NUMBERS, ...TRAINING_CURVES, ...TRAINING_SETS };

/** How often a question is redrawn when too many of its options are equal. */
const DRAWS = 24;

/** The first draw that can be completed. */
function drawn(id: string, topic: Topic, draft: () => Draft | null): Question | null {
  for (let draw = 0; draw < DRAWS; draw++) {
    const question = settle(id, topic, draft());
    if (question) return question;
  }
  return null;
}

/** The bank for a network: all questions about each of its stages, about prediction and about training. */
export function bankOf(pipeline: AskedAbout): readonly Entry[] {
  const entries = <About>(topic: Topic, about: About, writers: Writers<About>): Entry[] =>
    Object.entries(writers).map(([name, write]) => {
      const id = `${topic}-${name}`;
      return { id, topic, write: (random) => settle(id, topic, write(about, pipeline, random)) };
    });
  /** Not about this network, so their ids are the same for all networks. */
  const madeUp = (topic: Topic, of: string, writers: Writers<null>): Entry[] =>
    Object.entries(writers).map(([name, write]) => {
      const id = `made-${of}-${name}`;
      return { id, topic, write: (random) => drawn(id, topic, () => write(null, pipeline, random)) };
    });
  const last = pipeline.stages.at(-1);
  const isFirst = ({ number, layer }: Stage) =>
    pipeline.stages.every((other) => other.layer.kind !== layer.kind || other.number >= number);
  return [
    ...pipeline.stages.flatMap((stage) => [
      ...entries(stage.id, stage, stage === last ? ABOUT_LAST : ABOUT[stage.layer.kind]),
      ...(isFirst(stage) ? madeUp(stage.id, stage.layer.kind, MADE_UP_LAYERS[stage.layer.kind]) : []),
      ...(stage === last ? madeUp(stage.id, 'softmax', MADE_UP_ENDS) : []),
    ]),
    ...entries(PREDICTION, null, ABOUT_PREDICTION),
    ...madeUp(PREDICTION, PREDICTION, MADE_UP_PREDICTIONS),
    ...entries(TRAINING, null, ABOUT_TRAINING),
    ...madeUp(TRAINING, TRAINING, MADE_UP_TRAINING),
  ];
}

/** All questions of the bank that apply to a network, written once. */
export const questionsOf = (pipeline: AskedAbout, random: Random): readonly Question[] =>
  bankOf(pipeline).flatMap(({ write }) => write(random) ?? []);
