/** How the counts that a sentence names came about: the arithmetic of shapes and parameters. */
import { formatCount, formatPercent, formatShape } from '@/lib/format/format';
import { entriesOf } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { Axis, Window } from '@/lib/kinds/types';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { channelsOf, isMap, type Shape, size } from '@/lib/tensor/tensor';
import words from '@/words/film-counts';
import type { About } from './fact';

/** How many names are listed; a network can have hundreds of classes. */
const MOST_NAMES = 40;

/** "3 × 3 × 3 = 27": a product of sizes. One size alone is no arithmetic. */
const product = (sizes: readonly number[]): string =>
  `${formatShape(sizes)} = ${formatCount(sizes.reduce((all, one) => all * one, 1))}`;

/** "conv1 896 + dense 1,290 = 2,186". */
const sum = (parts: readonly string[], all: number): string => `${parts.join(' + ')} = ${formatCount(all)}`;

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown}, …` : shown;
}

const before = ({ stages }: Pipeline, { number }: Stage): Stage | null => stages[number - 2] ?? null;

/** How many cells the layer's window has along each axis; null where it sees its whole input. */
export function windowOf({ layer, input }: Stage): readonly [height: number, width: number] | null {
  if (!isMap(input)) return null;
  const down = rulesOf(layer).window(layer, input[0], 'height');
  const across = rulesOf(layer).window(layer, input[1], 'width');
  return down && across ? [down.size, across.size] : null;
}

/** At how many places a window stands along an input of this length, with its padding. */
function places({ size: own, stride }: Window, length: number, found: number): string {
  const padding = Math.max(0, (found - 1) * stride + own - length);
  const room = `${formatCount(length)}${padding > 0 ? ` + ${formatCount(padding)}` : ''} − ${formatCount(own)}`;
  const exact = (length + padding - own) % stride === 0;
  return words.places({
    formula: stride === 1 ? `${room} + 1` : `(${room}) ÷ ${formatCount(stride)} + 1`,
    padded: padding > 0 ? 'yes' : 'no',
    window: formatCount(own),
    stride,
    exact: exact ? 'yes' : 'no',
    found: formatCount(found),
  });
}

const AXES = { height: 0, width: 1 } as const;

/** One side of a stage's maps. */
const side =
  (axis: Axis) =>
  ({ stage }: About): string => {
    const { layer, input, output } = stage;
    const rules = rulesOf(layer);
    if (rules.isSource) return words.imageSide({ shape: formatShape(output.slice(0, 2)) });
    const [length, found] = [input, output].map((shape) => shape[AXES[axis]] ?? 1);
    const window = rules.window(layer, length, axis);
    return window && window.size > 1 ? places(window, length, found) : words.sameSide();
  };

/** How many values have a shape: those of a row that was read out from maps are the maps'. */
function values(shape: Shape, maker: Stage | null): string {
  if (isMap(shape)) return words.values({ product: product(shape) });
  if (maker && isMap(maker.input)) {
    if (rulesOf(maker.layer).unrolls) return words.values({ product: product(maker.input) });
    return words.meanOfEach({ stage: maker.id, maps: channelsOf(maker.input) });
  }
  return words.units({ stage: maker?.id ?? '', units: size(shape) });
}

const kernels = ({ stage }: About): string =>
  stage.weights?.kernel
    ? words.kernels({ stage: stage.id, maps: channelsOf(stage.output) })
    : words.sameMaps({ stage: stage.id });

/** "conv1: 1 + (3 − 1) × 1 = 3", stage by stage, along one axis. */
function fieldAlong(pipeline: Pipeline, stage: Stage, axis: Axis): readonly string[] {
  return pipeline.stages.slice(0, stage.number).flatMap((one): string[] => {
    const window = rulesOf(one.layer).window(one.layer, one.input[AXES[axis]] ?? 1, axis);
    const was = before(pipeline, one)?.receptiveField ?? { height: 1, width: 1, stride: 1 };
    if (!window || window.size === 1 || !one.receptiveField) return [];
    const by = `(${formatCount(window.size)} − 1) × ${formatCount(was.stride)}`;
    return [`${one.id}: ${formatCount(was[axis])} + ${by} = ${formatCount(one.receptiveField[axis])}`];
  });
}

function field({ pipeline, stage }: About): string {
  const [down, across] = (['height', 'width'] as const).map((axis) =>
    fieldAlong(pipeline, stage, axis).join('; '),
  );
  return words.field({ steps: down === across ? down : `${down} | ${across}` });
}

function parameters({ stage }: About): string {
  const parts = entriesOf(stage.weights ?? {}).map(([, { shape }]) => formatShape(shape));
  return words.parameters({
    formula: sum(parts, stage.parameters),
    biased: stage.weights?.bias ? 'yes' : 'no',
  });
}

/** By the name of the number. A value of the network is not among them: it opens its own arithmetic. */
export const COUNTED: Readonly<Record<string, (about: About) => string>> = {
  stages: ({ pipeline: { stages } }) => words.stages({ names: list(stages.map(({ id }) => id)) }),
  weights: ({ pipeline: { stages, parameters: all } }) => {
    const learned = stages.filter((one) => one.parameters > 0);
    const parts = learned.map((one) => `${one.id} ${formatCount(one.parameters)}`);
    return words.weights({ formula: sum(parts, all) });
  },
  products: ({ pipeline: { stages, multiplyAdds } }) => {
    const parts = stages.filter((one) => one.multiplyAdds > 0);
    return sum(
      parts.map((one) => `${one.id} ${formatCount(one.multiplyAdds)}`),
      multiplyAdds,
    );
  },
  classes: ({ pipeline: { architecture }, classWord }) =>
    words.classes({ names: list(architecture.classes.map(classWord)) }),
  images: ({ images }) => words.images({ images }),
  chance: ({ pipeline: { architecture } }) => {
    const { length } = architecture.classes;
    return words.chance({ formula: `1 ÷ ${formatCount(length)} = ${formatPercent(1 / length)}` });
  },
  count: ({ stage }) => values(stage.output, stage),
  inputs: ({ pipeline, stage }) => values(stage.input, before(pipeline, stage)),
  parameters,
  height: side('height'),
  width: side('width'),
  pixels: ({ stage }) => words.values({ product: product(stage.output.slice(0, 2)) }),
  channels: kernels,
  colours: () => words.colours(),
  inputChannels: ({ pipeline, stage }) => {
    const maker = before(pipeline, stage);
    const isImage = maker === null || maker.brightness !== null;
    return isImage ? words.imageChannels() : words.mapsOf({ stage: maker.id });
  },
  window: ({ stage }) => words.window({ stage: stage.id }),
  cells: ({ stage }) => words.values({ product: product(windowOf(stage) ?? []) }),
  terms: ({ stage }) =>
    words.terms({ product: product([...(windowOf(stage) ?? []), channelsOf(stage.input)]) }),
  field,
};
