/** What a graph takes: its one input, and what the axes of that stand for. */
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/interchange-onnx';
import type { Graph, GraphNode, Port } from '../file/messages';
import { DOUBLE, FLOAT, HALF, typeName, written } from '../file/tensors';
import { AXIS_FREE, TAKES_MAPS } from '../operators/table';
import { refuse } from '../refusal';
import { type AxisName, CHANNELS_FIRST, type Flow } from './flow';

const CHANNELS_LAST: readonly AxisName[] = ['batch', 'height', 'width', 'channels'];
/** Grey, colour, and colour with opacity: an axis of this length is likely to be the channels'. */
const LIKELY_CHANNELS = [1, 3, 4];

/** What the axes were before an order of them that only one of the two layouts asks for. */
const TURNED: Readonly<Record<string, readonly AxisName[]>> = {
  '0,3,1,2': CHANNELS_LAST,
  '0,2,3,1': CHANNELS_FIRST,
};

/** The images a graph takes, as they flow into its first node. */
export interface Images {
  readonly name: string;
  /** How many at once; null where any number. */
  readonly batch: number | null;
  readonly maps: MapShape;
  readonly flow: Flow;
}

const names = (ports: readonly Port[]): string =>
  ports
    .slice(0, 4)
    .map(({ name }) => `“${name.slice(0, 40)}”`)
    .join(', ');

/**
 * The one output of a graph.
 * @throws Refusal where there are several, or none.
 */
export function outputOf({ outputs }: Graph): Port {
  if (outputs.length !== 1) refuse(words.outputs({ count: outputs.length, names: names(outputs) }));
  return outputs[0];
}

/** The lengths of the input's four axes, the batch's null where it is open. @throws Refusal where it has others. */
function lengthsOf({ name, type, dims }: Port): readonly [batch: number | null, rest: readonly number[]] {
  const called = name.slice(0, 60);
  if (type !== FLOAT && type !== HALF && type !== DOUBLE)
    refuse(words.inputType({ name: called, type: typeName(type) }));
  const shape = written((dims ?? []).map((n) => n ?? '?'));
  if (dims?.length !== 4) refuse(words.inputShape({ name: called, shape }));
  const [batch, ...rest] = dims;
  const fixed = rest.flatMap((n) => n ?? []);
  if (fixed.length !== rest.length) refuse(words.dynamic({ name: called, shape }));
  return [batch, fixed];
}

/**
 * What the axes of the input stand for, in order: found by following it to the first node that says so. PyTorch's
 * networks take channels first; those from TensorFlow take them last and reorder them before the first convolution.
 */
function axesFrom(
  input: string,
  nodes: readonly GraphNode[],
  lengths: readonly number[],
): readonly AxisName[] {
  let name = input;
  let order: readonly number[] = [0, 1, 2, 3];
  let turned: readonly AxisName[] | undefined;
  for (const { operator, inputs, outputs, attributes } of nodes) {
    if (!inputs.includes(name)) continue;
    if (TAKES_MAPS.has(operator)) return CHANNELS_FIRST.map((_, axis) => CHANNELS_FIRST[order.indexOf(axis)]);
    const perm = attributes.get('perm')?.ints ?? [];
    if (operator === 'Transpose' && perm.toSorted().join() === '0,1,2,3') {
      order = perm.map((at) => order[at]);
      turned ??= TURNED[perm.join()];
    } else if (!AXIS_FREE.has(operator)) break;
    name = outputs[0] ?? '';
  }
  if (turned) return turned;
  const [first, , last] = lengths;
  return LIKELY_CHANNELS.includes(last) && !LIKELY_CHANNELS.includes(first) ? CHANNELS_LAST : CHANNELS_FIRST;
}

/**
 * The images that flow into the nodes of a graph.
 * @throws Refusal where it takes something else.
 */
export function imagesInto({ inputs, stored }: Graph, nodes: readonly GraphNode[]): Images {
  // Old files list what they store among the inputs, as defaults.
  const open = inputs.filter(({ name }) => !stored.has(name));
  if (open.length !== 1) refuse(words.inputs({ count: open.length, names: names(open) }));
  const [port] = open;
  const [batch, lengths] = lengthsOf(port);
  const axes = axesFrom(port.name, nodes, lengths);
  const lengthOf = (axis: AxisName) => lengths[axes.indexOf(axis) - 1];
  const maps: MapShape = [lengthOf('height'), lengthOf('width'), lengthOf('channels')];
  if (axes[0] !== 'batch')
    refuse(words.inputShape({ name: port.name.slice(0, 60), shape: written(lengths) }));
  return { name: port.name, batch, maps, flow: { shape: maps, axes, unrolled: null, nonNegative: false } };
}
