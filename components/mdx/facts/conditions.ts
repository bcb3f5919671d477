/** What a text makes a sentence depend on, so that it is said of no network of which it is false. */
import { takesLargest } from '@/lib/kinds/parts/linear';
import { hasRelu } from '@/lib/kinds/parts/relu';
import { rulesOf } from '@/lib/kinds/registry';
import { collapsing, hasMaxPooling } from '@/lib/network/collapse';
import { type Pipeline, pixelsSeen, type Stage } from '@/lib/network/pipeline';
import { channelsOf, isMap } from '@/lib/tensor/tensor';

/** The stage after this one, and after a ReLU that stands alone. */
const afterRelu = (stage: Stage, { stages }: Pipeline): Stage | undefined => {
  const next = stages[stage.number];
  return next && !next.weights && hasRelu(next.layer) ? stages[next.number] : next;
};

/** Whether a stage's sums go through a ReLU, its own or one right behind it. */
const reluBehind = (stage: Stage, { stages }: Pipeline): boolean => {
  const next = stages[stage.number];
  return hasRelu(stage.layer) || (next !== undefined && !next.weights && hasRelu(next.layer));
};

const pooledBehind = (stage: Stage, pipeline: Pipeline): boolean => {
  const next = afterRelu(stage, pipeline);
  return reluBehind(stage, pipeline) && next !== undefined && takesLargest(next.layer);
};

const unrolled = ({ stages }: Pipeline): Stage | undefined =>
  stages.find(({ layer, input }) => rulesOf(layer).unrolls && isMap(input));

/** Of the stage that the text names. */
const OF_STAGE = {
  /** It adds biases. */
  biased: ({ weights }) => weights?.bias !== undefined,
  /** It has a ReLU of its own. */
  activated: ({ layer }) => hasRelu(layer),
  /** Its input has one channel. */
  oneChannel: ({ input }) => channelsOf(input) === 1,
  /** Its receptive field is larger than what of the image it can cover. */
  beyond: (stage, pipeline) => {
    const { receptiveField: field } = stage;
    const seen = pixelsSeen(pipeline, stage);
    return field !== null && seen !== null && (field.height > seen[0] || field.width > seen[1]);
  },
  /** A ReLU, and then the largest of its values. */
  pooledBehind,
  /** A ReLU, but no pooling right after it. */
  onlyReluBehind: (stage, pipeline) => reluBehind(stage, pipeline) && !pooledBehind(stage, pipeline),
} as const satisfies Readonly<Record<string, (stage: Stage, pipeline: Pipeline) => boolean>>;

/** Of the network as a whole. */
const OF_NETWORK = {
  /** Its images have colours. */
  coloured: ({ architecture }) => channelsOf(architecture.input) === 3,
  /** Some of its layers would be one without ReLU. */
  collapses: (pipeline) => collapsing(pipeline).length > 0,
  maxPools: hasMaxPooling,
  /** Its maps become a vector value by value. */
  flattens: (pipeline) => unrolled(pipeline) !== undefined,
  poolsAndFlattens: (pipeline) => unrolled(pipeline) !== undefined && hasMaxPooling(pipeline),
} as const satisfies Readonly<Record<string, (pipeline: Pipeline) => boolean>>;

export type ConditionName = keyof typeof OF_STAGE | keyof typeof OF_NETWORK;

const isOfStage = (name: ConditionName): name is keyof typeof OF_STAGE => Object.hasOwn(OF_STAGE, name);

/** Whether a condition holds. One of a stage does not where the network has no such stage. */
export function holds(name: ConditionName, stage: Stage | null, pipeline: Pipeline): boolean {
  if (!isOfStage(name)) return OF_NETWORK[name](pipeline);
  return stage !== null && OF_STAGE[name](stage, pipeline);
}
