import { formatCount, formatNumber, formatPercent, formatShape } from '@/lib/format/format';
import { factOfKind, type KindFactName } from '@/lib/kinds/facts';
import { numbersIn } from '@/lib/kinds/parts/weights';
import { collapsing } from '@/lib/network/collapse';
import { type Pipeline, pixelsSeen, type Stage } from '@/lib/network/pipeline';
import { receptiveField } from '@/lib/provenance/field';
import { stageNamed } from '@/lib/store/subject/stage-named';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/facts';

/** The rows at the bottom of the image that no prediction depends on. */
function unseenRows(pipeline: Pipeline): string {
  const { stages, architecture } = pipeline;
  const field = receptiveField(pipeline, stages[stages.length - 1].id, [0]);
  const end = field.ok ? field.value.row + field.value.height : architecture.input[0];
  const rows = Array.from({ length: architecture.input[0] - end }, (_, n) => formatCount(end + n));
  return rows.length > 0 ? rows.reduce((before, last) => words.and({ before, last })) : words.none();
}

/** "dense with output", or several such groups: what would be one layer each without ReLU. */
const collapsed = (pipeline: Pipeline): string =>
  collapsing(pipeline)
    .map((group) => group.map(({ id }) => id).reduce((first, next) => words.with({ first, next })))
    .join(', ') || words.none();

/** The layer with most parameters. */
const heaviest = ({ stages }: Pipeline): Stage =>
  stages.reduce((most, stage) => (stage.parameters > most.parameters ? stage : most));

const number = (value: number | undefined): string => (value === undefined ? '—' : formatNumber(value));

/** Facts that a lesson may state about any stage. All of them follow from the architecture. */
const OF_ANY = {
  number: (stage) => formatCount(stage.number),
  in: (stage) => formatShape(stage.input),
  out: (stage) => formatShape(stage.output),
  inputs: (stage) => formatCount(size(stage.input)),
  values: (stage) => formatCount(size(stage.output)),
  height: (stage) => number(stage.output[0]),
  channelsIn: (stage) => number(stage.input[stage.input.length - 1]),
  channels: (stage) => number(stage.output[stage.output.length - 1]),
  parameters: (stage) => formatCount(stage.parameters),
  shareOfParameters: (stage, pipeline) => formatPercent(stage.parameters / pipeline.parameters),
  shareOfWork: (stage, pipeline) => formatPercent(stage.multiplyAdds / pipeline.multiplyAdds),
  weights: (stage) => formatCount(stage.weights?.kernel ? numbersIn(stage.weights.kernel.shape) : 0),
  biases: (stage) => formatCount(stage.weights?.bias ? numbersIn(stage.weights.bias.shape) : 0),
  multiplyAdds: (stage) => formatCount(stage.multiplyAdds),
  field: (stage, pipeline) => {
    const seen = pixelsSeen(pipeline, stage);
    return seen ? formatShape(seen) : words.wholeImage();
  },
  fieldBeyond: ({ receptiveField: field }) =>
    field ? formatShape([field.height, field.width]) : words.wholeImage(),
  guess: (stage) => formatNumber(Math.log(size(stage.output)), 3),
  unseen: (_, pipeline) => unseenRows(pipeline),
  total: (_, pipeline) => formatCount(pipeline.parameters),
  collapsing: (_, pipeline) => collapsed(pipeline),
  heaviest: (_, pipeline) => heaviest(pipeline).id,
  shareOfHeaviest: (_, pipeline) => formatPercent(heaviest(pipeline).parameters / pipeline.parameters),
} as const satisfies Record<string, (stage: Stage, pipeline: Pipeline) => string>;

export type FactName = keyof typeof OF_ANY | KindFactName;

const isOfAny = (name: string): name is keyof typeof OF_ANY => Object.hasOwn(OF_ANY, name);

/** A fact about a stage for use within a sentence; undefined where its kind of layer has no such fact. */
export const factOf = (name: string, stage: Stage, pipeline: Pipeline): string | undefined =>
  isOfAny(name) ? OF_ANY[name](stage, pipeline) : factOfKind(name, stage.layer, stage.input);

/** A fact about the stage that a text names, see {@link stageNamed}; a dash where the network has none. */
export function factNamed(pipeline: Pipeline, of: string, is: string): string {
  const stage = stageNamed(pipeline, of);
  return (stage && factOf(is, stage, pipeline)) ?? '—';
}
