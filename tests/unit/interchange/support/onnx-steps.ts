/** Random chains as PyTorch and tf2onnx write them, for property tests. */
import fc from 'fast-check';
import { Chain, type ChainOptions, randomImage } from './onnx-chain';
import type { Setting } from './onnx-file';

/** Adds nodes to a chain, or none where the values that come in don't allow them. */
type Step = (chain: Chain) => void;

const isMaps = ({ value }: Chain): boolean => value.dims.length === 4;
/** Axes of a step that TensorFlow would compute with channels last. */
const FIRST = [0, 3, 1, 2];
const LAST = [0, 2, 3, 1];

/** Makes a chain that has its channels last take them first, and back. */
export class Layout {
  last: boolean;
  constructor(last: boolean) {
    this.last = last;
  }
  first(chain: Chain): void {
    if (this.last) chain.add('Transpose', [], { perm: { ints: FIRST } });
    this.last = false;
  }
  turn(chain: Chain): void {
    chain.add('Transpose', [], { perm: { ints: this.last ? FIRST : LAST } });
    this.last = !this.last;
  }
  get channels(): number {
    return this.last ? 3 : 1;
  }
}

const small = fc.integer({ min: 1, max: 4 });
const pads = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 });
const window = {
  size: fc.tuple(small, small),
  stride: fc.integer({ min: 1, max: 3 }),
  pads,
  way: fc.constantFrom('NOTSET', 'NOTSET', 'NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID'),
};
const settingsOf = (stride: number, around: readonly number[], way: string) => ({
  strides: { ints: [stride, stride] },
  ...(way === 'NOTSET' ? { pads: { ints: around } } : { auto_pad: { text: way } }),
});

/** Whether a window fits into maps with their padding, and each of its places meets a value. */
function fits(
  chain: Chain,
  [tall, wide]: readonly number[],
  around: readonly number[],
  way: string,
): boolean {
  const [, , height, width] = chain.value.dims;
  if (way.startsWith('SAME')) return true;
  const [top, left, bottom, right] = way === 'VALID' ? [0, 0, 0, 0] : around;
  const meets = Math.max(top, bottom) < tall && Math.max(left, right) < wide;
  return meets && tall <= height + top + bottom && wide <= width + left + right;
}

type Laid = (layout: Layout) => Step;

const bend = (name: string): Step => {
  const settings: Readonly<Record<string, Setting>> = name === 'LeakyRelu' ? { alpha: { float: 0.2 } } : {};
  return (chain) => {
    if (name === 'none') return;
    chain.add(name, [], settings);
    chain.nonNegative = name === 'Relu' || name === 'Sigmoid' || chain.nonNegative;
  };
};
const anyBend = fc.constantFrom('Relu', 'Relu', 'LeakyRelu', 'Sigmoid', 'Tanh', 'none').map(bend);

const convolutionWith = (ways: fc.Arbitrary<string>): fc.Arbitrary<Laid> =>
  fc
    .record({
      ...window,
      way: ways,
      filters: small,
      bias: fc.constantFrom('inside', 'after', 'last', 'none'),
      curve: anyBend,
    })
    .map(({ size, stride, pads: around, way, filters, bias, curve }) => (layout) => (chain) => {
      layout.first(chain);
      const [, channels, height, width] = chain.value.dims;
      const [top, left, bottom, right] = way === 'NOTSET' ? around : [0, 0, 0, 0];
      const isSame = way.startsWith('SAME');
      if (!isSame && (size[0] > height + top + bottom || size[1] > width + left + right)) return;
      const kernel = chain.draw([filters, channels, ...size], -1, 1);
      const inside = bias === 'inside' ? [chain.draw([filters], -1, 1)] : [];
      chain.add('Conv', [kernel, ...inside], settingsOf(stride, around, way));
      chain.nonNegative = false;
      if (bias === 'after') chain.add('Add', [chain.draw([1, filters, 1, 1], -1, 1)]);
      if (bias === 'last') {
        layout.turn(chain);
        chain.add('Add', [chain.draw([filters], -1, 1)]);
      }
      curve(chain);
    });

const convolution = convolutionWith(window.way);

/** Whether the last window, where their number is rounded up, begins before the padding after the values. */
function beginsInside(
  chain: Chain,
  size: readonly number[],
  stride: number,
  around: readonly number[],
): boolean {
  return [0, 1].every((axis) => {
    const length = chain.value.dims[axis + 2];
    const room = length + around[axis] + around[axis + 2];
    return Math.ceil((room - size[axis]) / stride) * stride < length + around[axis];
  });
}

const maxPooling: fc.Arbitrary<Laid> = fc
  .record({ ...window, up: fc.boolean() })
  .map(({ size, stride, pads: around, way, up }) => (layout) => (chain) => {
    layout.first(chain);
    // Zeros can stand in for padding only where nothing is below 0.
    const free = chain.nonNegative ? way : way === 'SAME_UPPER' ? way : 'VALID';
    if (!fits(chain, size, around, free)) return;
    const rounded = up && free === 'NOTSET' && beginsInside(chain, size, stride, around);
    chain.add('MaxPool', [], {
      kernel_shape: { ints: size },
      ...settingsOf(stride, around, free),
      ceil_mode: { int: rounded ? 1 : 0 },
    });
  });

const averagePooling: fc.Arbitrary<Laid> = fc
  .record({ ...window, counts: fc.boolean() })
  .map(({ size, stride, pads: around, way, counts }) => (layout) => (chain) => {
    layout.first(chain);
    const free = counts ? way : way === 'SAME_UPPER' ? way : 'VALID';
    if (!fits(chain, size, around, free)) return;
    const included = { count_include_pad: { int: counts ? 1 : 0 } };
    chain.add('AveragePool', [], {
      kernel_shape: { ints: size },
      ...settingsOf(stride, around, free),
      ...included,
    });
  });

const normalization: fc.Arbitrary<Laid> = fc.constant((layout) => (chain) => {
  if (isMaps(chain)) layout.first(chain);
  const channels = chain.value.dims[1];
  const numbers = [
    chain.draw([channels], 0.5, 1.5),
    chain.draw([channels], -1, 1),
    chain.draw([channels], -1, 1),
  ];
  chain.add('BatchNormalization', [...numbers, chain.draw([channels], 0.3, 2)], {
    epsilon: { float: 0.001 },
  });
  chain.nonNegative = false;
});

const padding: fc.Arbitrary<Laid> = pads.map(([top, left, bottom, right]) => (layout) => (chain) => {
  const cells = layout.last ? [0, top, left, 0, 0, bottom, right, 0] : [0, 0, top, left, 0, 0, bottom, right];
  if (chain.version < 11) chain.add('Pad', [], { pads: { ints: cells } });
  else chain.add('Pad', [chain.store([8], cells)]);
});

const dropout: Step = (chain) => {
  if (chain.version < 12) chain.add('Dropout', [], { ratio: { float: 0.25 } });
  else chain.add('Dropout', [chain.store([], [0.25], 'float')]);
};

const anyMapStep: fc.Arbitrary<Laid> = fc.oneof(
  convolution,
  convolution,
  maxPooling,
  averagePooling,
  normalization,
  padding,
  fc.constant<Laid>((layout) => (chain) => layout.turn(chain)),
  fc.constant<Laid>(() => dropout),
);

/** The ways in which maps become a vector. */
const unrolling: fc.Arbitrary<Laid> = fc
  .constantFrom('Flatten', 'Reshape', 'copied', 'open', 'Squeeze', 'pooled', 'mean', 'kept')
  .map((way) => (layout) => (chain) => {
    const { dims } = chain.value;
    const count = dims.slice(1).reduce((all, n) => all * n, 1);
    if (way === 'Flatten') chain.add('Flatten', [], { axis: { int: 1 } });
    else if (way === 'Reshape') chain.add('Reshape', [chain.store([2], [-1, count])]);
    else if (way === 'copied') chain.add('Reshape', [chain.store([2], [0, -1])]);
    else if (way === 'open') chain.add('Reshape', [chain.store([4], [1, 1, count, 1])]).add('Flatten');
    else if (way === 'pooled' || way === 'Squeeze') {
      layout.first(chain);
      chain.add('GlobalAveragePool');
      if (way === 'pooled') chain.add('Flatten');
      else if (chain.version < 13) chain.add('Squeeze', [], { axes: { ints: [2, 3] } });
      else chain.add('Squeeze', [chain.store([2], [2, -1])]);
    } else {
      const axes = layout.last ? [1, 2] : [2, 3];
      const keepdims = { keepdims: { int: way === 'kept' ? 1 : 0 } };
      if (chain.version < 18) chain.add('ReduceMean', [], { axes: { ints: axes }, ...keepdims });
      else chain.add('ReduceMean', [chain.store([2], axes)], keepdims);
      if (way === 'kept') chain.add('Reshape', [chain.store([2], [-1, 0 + chain.value.values.length])]);
    }
  });

const anyDense: fc.Arbitrary<(units: number) => Step> = fc
  .constantFrom('PyTorch', 'turned', 'TensorFlow', 'unbiased')
  .map((way) => (units) => (chain) => {
    const inputs = chain.value.dims[1];
    const reach = 2 / Math.sqrt(inputs);
    if (way === 'PyTorch')
      chain.add('Gemm', [chain.draw([units, inputs], -reach, reach), chain.draw([units], -1, 1)], {
        transB: { int: 1 },
      });
    else if (way === 'turned')
      chain.add('Gemm', [chain.draw([inputs, units], -reach, reach), chain.draw([1, units], -1, 1)], {
        alpha: { float: 0.5 },
        beta: { float: 2 },
      });
    else {
      chain.add('MatMul', [chain.draw([inputs, units], -reach, reach)]);
      if (way === 'TensorFlow') chain.add('Add', [chain.draw([units], -1, 1)]);
    }
    chain.nonNegative = false;
  });

/** A chain with the layout its image has. */
export interface AnyChain {
  readonly chain: Chain;
  readonly last: boolean;
  readonly softmax: boolean;
}

const parts = {
  size: fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 })),
  channels: fc.integer({ min: 1, max: 3 }),
  last: fc.boolean(),
  scaled: fc.boolean(),
  // One that fits any maps: it says which axis is which.
  opening: convolutionWith(fc.constantFrom('SAME_UPPER', 'SAME_LOWER')),
  maps: fc.array(anyMapStep, { maxLength: 4 }),
  unroll: unrolling,
  between: fc.array(
    fc.oneof(
      normalization,
      fc.constant<Laid>(() => dropout),
      anyBend.map((step) => () => step),
    ),
    {
      maxLength: 2,
    },
  ),
  hidden: fc.array(fc.tuple(anyDense, anyBend), { maxLength: 2 }),
  end: anyDense,
  classes: fc.integer({ min: 2, max: 4 }),
  softmax: fc.boolean(),
  version: fc.constantFrom(7, 9, 11, 12, 13, 15, 18, 21, 23),
  seed: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  listed: fc.boolean(),
  type: fc.constantFrom<ChainOptions['type']>('float', 'double'),
};

/** Chains of all operators, with maps of any proportion and channels on either side. */
export const anyChain: fc.Arbitrary<AnyChain> = fc.record(parts).map((all) => {
  const { size, channels, last, softmax, seed, version, listed, type } = all;
  const image = randomImage(last ? [...size, channels] : [channels, ...size], seed);
  const chain = new Chain(image, { version, seed, listed, type });
  const layout = new Layout(last);
  if (all.scaled) chain.add('Div', [chain.store([], [2], 'float')]);
  for (const step of [all.opening, ...all.maps]) step(layout)(chain);
  all.unroll(layout)(chain);
  for (const step of all.between) step(layout)(chain);
  for (const [weigh, then] of all.hidden) {
    weigh(3)(chain);
    then(chain);
  }
  all.end(all.classes)(chain);
  if (softmax) chain.add('Softmax', [], { axis: { int: 1 } });
  return { chain, last, softmax };
});
