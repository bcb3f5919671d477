/**
 * What a graph computes beside its values: constants, and the lengths of axes, which PyTorch writes out for
 * `x.view(x.size(0), -1)` and for padding. They are short lists, or tables of a few rows.
 */
import type { StoredTensor } from '../file/messages';
import { FLOAT, isWhole, wholeNumbers } from '../file/tensors';
import { axisAt, dimsOf, type Flow } from './flow';
import type { Lengths, Operation, Value } from './operation';

/** More axes than any tensor has: a graph could double a list with each node. */
const MOST_LENGTHS = 32;

type Compute = (operation: Operation) => Value | null;

const lengths = (numbers: readonly number[], columns: number | null = null): Lengths => ({
  type: 'lengths',
  numbers,
  columns,
});

/** A number that a setting holds, as a tensor. */
const singleNumber = (n: number): StoredTensor => ({
  name: '',
  dims: [],
  type: FLOAT,
  raw: null,
  floats: [n],
  doubles: [],
  ints: [],
  longs: [],
  external: false,
});

const constant: Compute = ({ node }) => {
  const { attributes } = node;
  const tensor = attributes.get('value')?.tensor;
  if (tensor) return { type: 'stored', tensor };
  const real = attributes.get('value_float')?.float ?? null;
  if (real !== null) return { type: 'stored', tensor: singleNumber(real) };
  const list = attributes.get('value_ints')?.ints;
  if (list) return lengths(list);
  const one = attributes.get('value_int')?.int ?? null;
  return one === null ? null : lengths([one]);
};

/** The list that comes in first; null where it is none. */
function listInto(operation: Operation): Lengths | null {
  const value = operation.inputs[0] ?? null;
  if (value?.type !== 'stored') return value?.type === 'lengths' ? value : null;
  return isWhole(value.tensor) ? lengths(operation.numbers(0)) : null;
}

/** An identity of a stored tensor is what PyTorch writes where two layers have the same numbers. */
const same: Compute = ({ inputs }) => inputs[0] ?? null;

const gathered: Compute = (operation) => {
  const from = operation.numbers(0);
  const places = operation.numbers(1).map((at) => axisAt(at, from.length));
  const taken = places.flatMap((at) => (at === null ? [] : [from[at]]));
  return taken.length === places.length ? lengths(taken) : null;
};

const joined: Compute = (operation) => lengths(operation.inputs.flatMap((_, at) => operation.numbers(at)));

/** So many times the same number. */
const repeated: Compute = (operation) => {
  const [count, ...more] = operation.numbers(0);
  const tensor = operation.node.attributes.get('value')?.tensor;
  const [filler = 0] = tensor && isWhole(tensor) ? wholeNumbers(tensor) : [];
  if (more.length > 0 || !(count >= 0 && count <= MOST_LENGTHS)) return null;
  return lengths(new Array<number>(count).fill(filler));
};

/** A list as a table of some columns, or a table as a list. */
const tabled: Compute = (operation) => {
  const list = listInto(operation);
  const [rows, columns, ...more] = operation.numbers(1);
  if (!list || more.length > 0) return null;
  if (columns === undefined) return rows === -1 ? lengths(list.numbers) : null;
  const fits = columns > 0 && list.numbers.length % columns === 0 && rows === -1;
  return fits ? lengths(list.numbers, columns) : null;
};

/** The rows of a table, or the numbers of a list, turned round: the one slice that PyTorch computes lengths with. */
const turnedRound: Compute = (operation) => {
  const list = listInto(operation);
  if (!list || ![1, 2, 3, 4].every((at) => operation.has(at))) return null;
  const [start, end, axis, step] = [1, 2, 3, 4].map((at) => operation.numbers(at)[0]);
  if (start !== -1 || !(end <= -MOST_LENGTHS) || axis !== 0 || step !== -1) return null;
  const width = list.columns ?? 1;
  const rows = Array.from({ length: list.numbers.length / width }, (_, row) =>
    list.numbers.slice(row * width, (row + 1) * width),
  );
  return lengths(rows.toReversed().flat(), list.columns);
};

/** Columns as rows. */
const transposed: Compute = (operation) => {
  const list = listInto(operation);
  if (!list?.columns) return null;
  const { numbers, columns } = list;
  const rows = numbers.length / columns;
  return lengths(
    numbers.map((_, at) => numbers[(at % rows) * columns + Math.floor(at / rows)]),
    rows,
  );
};

const COMPUTED: ReadonlyMap<string, Compute> = new Map([
  ['Constant', constant],
  ['Identity', same],
  ['Cast', listInto],
  ['Squeeze', listInto],
  ['Unsqueeze', listInto],
  ['Gather', gathered],
  ['Concat', joined],
  ['ConstantOfShape', repeated],
  ['Reshape', tabled],
  ['Slice', turnedRound],
  ['Transpose', transposed],
]);

/** What a node makes of constants and lengths; null where that can't be read. */
export function computed(operation: Operation): Value | null {
  const value = COMPUTED.get(operation.node.operator)?.(operation) ?? null;
  return value?.type === 'lengths' && value.numbers.length > MOST_LENGTHS ? null : value;
}

/** The lengths of the axes of what flows. */
export function lengthsOf(operation: Operation, flow: Flow): Value {
  const dims = dimsOf(flow);
  return lengths(dims.slice(operation.int('start', 0), operation.int('end', dims.length)));
}
