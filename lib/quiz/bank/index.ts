import type { Layer } from '@/lib/layers/types';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import { PREDICTION, type Question, settle, TRAINING, type Writer } from '../question';
import { CONV2D } from './conv2d';
import { DENSE, OUTPUT } from './dense';
import { FLATTEN } from './flatten';
import { INPUT, NORMALIZE } from './input';
import { MAX_POOL } from './max-pool';
import { PREDICTIONS } from './prediction';
import { TRAININGS } from './training';

type Writers<About> = Readonly<Record<string, Writer<About>>>;

/** What can be asked about a layer of each kind. */
const ABOUT: Readonly<Record<Layer['kind'], Writers<Stage>>> = {
  input: INPUT,
  normalize: NORMALIZE,
  conv2d: CONV2D,
  maxPool: MAX_POOL,
  flatten: FLATTEN,
  dense: DENSE,
};

const writersFor = (stage: Stage, pipeline: Pipeline): Writers<Stage> =>
  stage === pipeline.stages.at(-1) ? { ...OUTPUT, weights: DENSE.weights } : ABOUT[stage.layer.kind];

/** All questions that make sense about a network: on each of its stages, on prediction and on training. */
export function questionsOf(pipeline: Pipeline): readonly Question[] {
  const stages = pipeline.stages.flatMap((stage) =>
    Object.entries(writersFor(stage, pipeline)).map(([name, write]) =>
      settle(`${stage.id}-${name}`, stage.id, write(stage, pipeline)),
    ),
  );
  const general = (topic: string, writers: Writers<null>) =>
    Object.entries(writers).map(([name, write]) => settle(`${topic}-${name}`, topic, write(null, pipeline)));
  const all = [...stages, ...general(PREDICTION, PREDICTIONS), ...general(TRAINING, TRAININGS)];
  return all.filter((question) => question !== null);
}
