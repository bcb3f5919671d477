/**
 * ONNX's operators in the plainest arithmetic there is, written from their specification over arrays of any rank with
 * channels first, and sharing nothing with the readers: what the networks they make are tested against.
 */
import type { GraphSpec, NodeSpec, Setting } from './onnx-file';

export interface Plain {
  readonly dims: readonly number[];
  readonly values: readonly number[];
}

const range = (n: number) => Array.from({ length: n }, (_, at) => at);
const product = (numbers: readonly number[]) => numbers.reduce((all, n) => all * n, 1);
const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);

/** An index for each place of an array, the last axis fastest. */
function indices(dims: readonly number[]): number[][] {
  return dims.reduce<number[][]>((all, n) => all.flatMap((one) => range(n).map((at) => [...one, at])), [[]]);
}

const placeOf = (dims: readonly number[], index: readonly number[]) =>
  index.reduce((place, at, axis) => place * dims[axis] + at, 0);
const at = ({ dims, values }: Plain, index: readonly number[]) => values[placeOf(dims, index)];

const filled = (dims: readonly number[], value: (index: readonly number[]) => number): Plain => ({
  dims,
  values: indices(dims).map(value),
});
const mapped = ({ dims, values }: Plain, curve: (x: number) => number): Plain => ({
  dims,
  values: values.map(curve),
});

/** Two arrays value by value; axes of length 1, and those that lack in front, go with any. */
function together(one: Plain, other: Plain, combine: (a: number, b: number) => number): Plain {
  const rank = Math.max(one.dims.length, other.dims.length);
  const wide = ({ dims, values }: Plain): Plain => ({
    dims: [...new Array<number>(rank - dims.length).fill(1), ...dims],
    values,
  });
  const [a, b] = [wide(one), wide(other)];
  const inside = (from: Plain, index: readonly number[]) =>
    at(
      from,
      index.map((n, axis) => (from.dims[axis] === 1 ? 0 : n)),
    );
  return filled(
    a.dims.map((n, axis) => Math.max(n, b.dims[axis])),
    (index) => combine(inside(a, index), inside(b, index)),
  );
}

class Settings {
  constructor(private readonly settings: Readonly<Record<string, Setting>>) {}
  private get(name: string): Setting | Record<string, never> {
    return this.settings[name] ?? {};
  }
  int(name: string, otherwise: number): number {
    const setting = this.get(name);
    return 'int' in setting ? setting.int : otherwise;
  }
  float(name: string, otherwise: number): number {
    const setting = this.get(name);
    return 'float' in setting ? setting.float : otherwise;
  }
  text(name: string, otherwise: string): string {
    const setting = this.get(name);
    return 'text' in setting ? setting.text : otherwise;
  }
  ints(name: string, otherwise: readonly number[]): readonly number[] {
    const setting = this.get(name);
    return 'ints' in setting ? setting.ints : otherwise;
  }
}

interface Step {
  readonly starts: readonly number[];
}

/** Where windows begin along an axis; before the first value where there is padding. */
function startsOf(settings: Settings, axis: 0 | 1, length: number, size: number): Step {
  const stride = settings.ints('strides', [1, 1])[axis];
  const way = settings.text('auto_pad', 'NOTSET');
  if (way.startsWith('SAME')) {
    const count = Math.ceil(length / stride);
    const pads = Math.max(0, (count - 1) * stride + size - length);
    const before = way === 'SAME_UPPER' ? Math.floor(pads / 2) : Math.ceil(pads / 2);
    return { starts: range(count).map((n) => n * stride - before) };
  }
  const pads = way === 'VALID' ? [0, 0, 0, 0] : settings.ints('pads', [0, 0, 0, 0]);
  const windows = (length + pads[axis] + pads[axis + 2] - size) / stride + 1;
  const roundsUp = settings.int('ceil_mode', 0) !== 0 && way === 'NOTSET';
  const count = roundsUp ? Math.ceil(windows) : Math.floor(windows);
  return { starts: range(count).map((n) => n * stride - pads[axis]) };
}

/** What `under` makes of the values under each window, which are those that are really there. */
function slid(
  x: Plain,
  settings: Settings,
  [tall, wide]: readonly number[],
  channels: number,
  under: (
    image: number,
    channel: number,
    cells: readonly (readonly [y: number, x: number, dy: number, dx: number])[],
  ) => number,
): Plain {
  const [batch, , height, width] = x.dims;
  const rows = startsOf(settings, 0, height, tall).starts;
  const columns = startsOf(settings, 1, width, wide).starts;
  return filled([batch, channels, rows.length, columns.length], ([image, channel, row, column]) => {
    const cells = range(tall).flatMap((dy) =>
      range(wide).map((dx) => [rows[row] + dy, columns[column] + dx, dy, dx] as const),
    );
    return under(
      image,
      channel,
      cells.filter(([y, left]) => y >= 0 && left >= 0 && y < height && left < width),
    );
  });
}

type Evaluate = (inputs: readonly Plain[], settings: Settings, version: number) => Plain;

const softmaxOver = (x: Plain, axes: readonly number[]): Plain => {
  const exps = mapped(x, Math.exp);
  const sums = new Map<string, number>();
  const key = (index: readonly number[]) => index.map((n, axis) => (axes.includes(axis) ? '' : n)).join();
  for (const index of indices(x.dims)) sums.set(key(index), (sums.get(key(index)) ?? 0) + at(exps, index));
  return filled(x.dims, (index) => at(exps, index) / (sums.get(key(index)) ?? 0));
};

const axesOf = (inputs: readonly Plain[], settings: Settings, rank: number): readonly number[] =>
  (inputs[1]?.values ?? settings.ints('axes', [])).map((axis) => (axis < 0 ? axis + rank : axis));

const transpose = (x: Plain, perm: readonly number[]): Plain =>
  filled(
    perm.map((axis) => x.dims[axis]),
    (index) =>
      at(
        x,
        perm.map((_, axis) => index[perm.indexOf(axis)]),
      ),
  );

const matMul = (a: Plain, b: Plain): Plain =>
  filled([...a.dims.slice(0, -1), b.dims[1]], (index) =>
    sum(range(b.dims[0]).map((n) => at(a, [...index.slice(0, -1), n]) * at(b, [n, index[index.length - 1]]))),
  );

const EVALUATE: Readonly<Record<string, Evaluate>> = {
  Identity: ([x]) => x,
  Dropout: ([x]) => x,
  Relu: ([x]) => mapped(x, (v) => Math.max(0, v)),
  LeakyRelu: ([x], s) => mapped(x, (v) => (v < 0 ? Math.fround(s.float('alpha', 0.01)) * v : v)),
  Sigmoid: ([x]) => mapped(x, (v) => 1 / (1 + Math.exp(-v))),
  Tanh: ([x]) => mapped(x, Math.tanh),
  Add: ([x, y]) => together(x, y, (a, b) => a + b),
  Mul: ([x, y]) => together(x, y, (a, b) => a * b),
  Div: ([x, y]) => together(x, y, (a, b) => a / b),
  MatMul: ([x, y]) => matMul(x, y),
  Gemm([a, b, c], s) {
    const right = s.int('transB', 0) ? transpose(b, [1, 0]) : b;
    const sums = mapped(matMul(a, right), (v) => v * s.float('alpha', 1));
    return c ? together(sums, c, (x, y) => x + s.float('beta', 1) * y) : sums;
  },
  Conv([x, w, b], s) {
    const [filters, channels, tall, wide] = w.dims;
    return slid(x, s, [tall, wide], filters, (image, filter, cells) =>
      sum([
        b?.values[filter] ?? 0,
        ...cells.flatMap(([y, left, dy, dx]) =>
          range(channels).map((c) => at(x, [image, c, y, left]) * at(w, [filter, c, dy, dx])),
        ),
      ]),
    );
  },
  MaxPool: ([x], s) =>
    slid(x, s, s.ints('kernel_shape', []), x.dims[1], (image, channel, cells) =>
      Math.max(...cells.map(([y, left]) => at(x, [image, channel, y, left]))),
    ),
  AveragePool([x], s) {
    const size = s.ints('kernel_shape', []);
    return slid(x, s, size, x.dims[1], (image, channel, cells) => {
      const counted = s.int('count_include_pad', 0) ? product(size) : cells.length;
      return sum(cells.map(([y, left]) => at(x, [image, channel, y, left]))) / counted;
    });
  },
  GlobalAveragePool: ([x]) =>
    filled([x.dims[0], x.dims[1], 1, 1], ([image, channel]) => {
      const cells = indices(x.dims.slice(2));
      return sum(cells.map((cell) => at(x, [image, channel, ...cell]))) / cells.length;
    }),
  ReduceMean(inputs, s) {
    const [x] = inputs;
    const axes = axesOf(inputs, s, x.dims.length);
    const kept = x.dims.map((n, axis) => (axes.includes(axis) ? 1 : n));
    const sums = new Array<number>(product(kept)).fill(0);
    for (const index of indices(x.dims))
      sums[
        placeOf(
          kept,
          index.map((n, axis) => (axes.includes(axis) ? 0 : n)),
        )
      ] += at(x, index);
    const dims = s.int('keepdims', 1) ? kept : kept.filter((_, axis) => !axes.includes(axis));
    return { dims, values: sums.map((v) => v / product(axes.map((axis) => x.dims[axis]))) };
  },
  BatchNormalization([x, gamma, beta, mean, variance], s) {
    const epsilon = Math.fround(s.float('epsilon', 1e-5));
    return filled(x.dims, (index) => {
      const c = index[1];
      const centred = at(x, index) - mean.values[c];
      return (gamma.values[c] * centred) / Math.sqrt(variance.values[c] + epsilon) + beta.values[c];
    });
  },
  Softmax([x], s, version) {
    const rank = x.dims.length;
    const axis = s.int('axis', version < 13 ? 1 : -1);
    const from = axis < 0 ? axis + rank : axis;
    return softmaxOver(x, version < 13 ? range(rank).slice(from) : [from]);
  },
  Flatten: ([x]) => ({ dims: [x.dims[0], product(x.dims.slice(1))], values: x.values }),
  Reshape([x, shape]) {
    const copied = shape.values.map((n, axis) => (n === 0 ? x.dims[axis] : n));
    const left = x.values.length / Math.abs(product(copied));
    return { dims: copied.map((n) => (n === -1 ? left : n)), values: x.values };
  },
  Squeeze(inputs, s) {
    const [{ dims, values }] = inputs;
    const axes = axesOf(inputs, s, dims.length);
    return { dims: dims.filter((_, axis) => !axes.includes(axis)), values };
  },
  Transpose: ([x], s) => transpose(x, s.ints('perm', range(x.dims.length).toReversed())),
  Pad([x, pads], s) {
    const cells = pads?.values ?? s.ints('pads', []);
    const rank = x.dims.length;
    const dims = x.dims.map((n, axis) => n + cells[axis] + cells[axis + rank]);
    return filled(dims, (index) => {
      const source = index.map((n, axis) => n - cells[axis]);
      return source.every((n, axis) => n >= 0 && n < x.dims[axis]) ? at(x, source) : 0;
    });
  },
};

/** What a node answers. */
export function evaluateNode(node: NodeSpec, inputs: readonly Plain[], version: number): Plain {
  const evaluate = EVALUATE[node.operator];
  if (!evaluate) throw new Error(`no plain ${node.operator}`);
  return evaluate(inputs, new Settings(node.settings ?? {}), version);
}

/** What a graph answers for what goes in. */
export function evaluateGraph(graph: GraphSpec, input: Plain): Plain {
  const values = new Map<string, Plain>(graph.stored.map((tensor) => [tensor.name, tensor]));
  values.set(graph.inputs[0].name, input);
  const named = (name: string): Plain => {
    const value = values.get(name);
    if (!value) throw new Error(`no value ${name}`);
    return value;
  };
  for (const node of graph.nodes)
    values.set(node.outputs[0], evaluateNode(node, node.inputs.filter(Boolean).map(named), graph.version));
  return named(graph.outputs[0].name);
}
