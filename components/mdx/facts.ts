import { formatCount, formatNumber, formatPercent, formatShape } from '@/lib/format/format';
import { cellsOf, formatSides } from '@/lib/kinds/parts/sides';
import { numbersIn } from '@/lib/kinds/parts/weights';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { receptiveField } from '@/lib/provenance/field';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/facts';

const number = (value: number | undefined): string => (value === undefined ? '—' : formatNumber(value));

/** How many products one value of a stage adds up. */
const products = ({ weights }: Stage): number | undefined =>
  weights?.kernel && numbersIn(weights.kernel.shape.slice(0, -1));

/** The rows at the lower edge of the picture that no answer depends on. */
function unseenRows(pipeline: Pipeline): string {
  const { stages, architecture } = pipeline;
  const field = receptiveField(pipeline, stages[stages.length - 1].id, [0]);
  const end = field.ok ? field.value.row + field.value.height : architecture.input[0];
  const rows = Array.from({ length: architecture.input[0] - end }, (_, n) => formatCount(end + n));
  return rows.length > 0 ? rows.reduce((before, last) => words.and({ before, last })) : words.none();
}

/** What a lesson may say of a stage in the midst of a sentence. All of it follows from the architecture. */
export const FACTS = {
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
  kernel: ({ layer }) => ('kernel' in layer ? formatSides(layer.kernel) : '—'),
  window: ({ layer }) => ('size' in layer ? formatSides(layer.size) : '—'),
  candidates: ({ layer }) => number('size' in layer ? cellsOf(layer.size) : undefined),
  products: (stage) => number(products(stage)),
  divisor: ({ layer }) => number('divisor' in layer ? layer.divisor : undefined),
  half: ({ layer }) => number('divisor' in layer ? 128 / layer.divisor : undefined),
  field: ({ receptiveField }) =>
    receptiveField ? formatShape([receptiveField.height, receptiveField.width]) : words.wholePicture(),
  unseen: (_, pipeline) => unseenRows(pipeline),
  total: (_, pipeline) => formatCount(pipeline.parameters),
} as const satisfies Record<string, (stage: Stage, pipeline: Pipeline) => string>;

export type FactName = keyof typeof FACTS;
