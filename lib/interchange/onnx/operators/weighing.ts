/** Dense layers: Gemm, and MatMul with the Add after it; and the Add after a convolution. */
import { settingOf } from '@/lib/kinds/outside/builders';
import { activationOf } from '@/lib/kinds/parts/activation';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/interchange-onnx';
import type { Draft } from '../graph/draft';
import { type Flow, orderOf } from '../graph/flow';
import type { Operation } from '../graph/operation';
import { refuse } from '../refusal';
import {
  alongChannels,
  channelsIn,
  expectFlowFirst,
  isNumber,
  metBy,
  namedAxes,
  type Operator,
  shapedAs,
} from './operator';

/** How many values come in for each image, along the last axis. @throws Refusal where maps do, or another axis is last. */
function vectorInto(operation: Operation, flow: Flow): number {
  const last = flow.axes.at(-1);
  if (isMap(flow.shape) || last !== 'channels' || flow.axes[0] !== 'batch')
    refuse(words.vector({ place: operation.place, given: namedAxes(flow.axes) }));
  return channelsIn(flow);
}

interface Weighing {
  readonly units: number;
  /** The weight of an input, in the file's order, for a unit. */
  readonly weight: (input: number, unit: number) => number;
  readonly bias: ((unit: number) => number) | null;
}

/** Appends a dense layer. Behind a flatten its kernel's rows are brought into the order in which ours unrolls maps. */
function weigh(operation: Operation, flow: Flow, draft: Draft, { units, weight, bias }: Weighing): Flow {
  const inputs = channelsIn(flow);
  const order = orderOf(flow);
  const weights = {
    kernel: draft.parameter([inputs, units], (place) => {
      const input = Math.floor(place / units);
      return weight(order ? order[input] : input, place % units);
    }),
    ...(bias && { bias: draft.parameter([units], bias) }),
  };
  const shape = draft.append(
    operation.node.name,
    (id) => ({ id, kind: 'dense', units, activation: 'linear', ...(!bias && { bias: false }) }),
    weights,
    flow.shape,
  );
  return { shape, axes: flow.axes, unrolled: null, nonNegative: false };
}

/** MatMul of vectors with a matrix, inputs × units. */
export const matrixProduct: Operator = (operation, flow, draft) => {
  expectFlowFirst(operation);
  const inputs = vectorInto(operation, flow);
  const matrix = operation.stored(1);
  const units = matrix.dims[1] ?? 0;
  const at = shapedAs(operation, matrix, [inputs, units]);
  return weigh(operation, flow, draft, {
    units,
    weight: (input, unit) => at(input * units + unit),
    bias: null,
  });
};

/** Gemm: the product of both matrices times alpha, plus the third times beta. PyTorch stores units × inputs. */
export const dense: Operator = (operation, flow, draft) => {
  expectFlowFirst(operation);
  const inputs = vectorInto(operation, flow);
  if (flow.axes.length !== 2 || operation.int('transA', 0) !== 0)
    refuse(words.vector({ place: operation.place, given: namedAxes(flow.axes) }));
  const matrix = operation.stored(1);
  const turned = operation.int('transB', 0) !== 0;
  const units = matrix.dims[turned ? 0 : 1] ?? 0;
  const at = shapedAs(operation, matrix, turned ? [units, inputs] : [inputs, units]);
  const alpha = operation.float('alpha', 1);
  const beta = operation.float('beta', 1);
  const step = turned ? { input: 1, unit: inputs } : { input: units, unit: 1 };
  const output: Flow = { ...flow, shape: [units] };
  const added = operation.has(2) ? alongChannels(operation, output, operation.stored(2)) : null;
  return weigh(operation, flow, draft, {
    units,
    weight: (input, unit) => alpha * at(input * step.input + unit * step.unit),
    bias: added && ((unit) => beta * added(unit)),
  });
};

/**
 * Add of numbers of the file, one a channel, directly after a convolution or dense layer: its bias. Keras writes one of 0
 * behind a rescaling.
 */
export const addition: Operator = (operation, flow, draft) => {
  const { layer, weights } = draft.last;
  const stored = metBy(operation);
  if (isNumber(stored, (n) => n === 0)) return flow;
  const biased = settingOf(layer, 'bias')?.write('yes');
  if (!biased || activationOf(layer) !== 'linear' || !weights)
    refuse(words.addition({ place: operation.place }));
  const added = alongChannels(operation, flow, stored);
  const before = weights.bias?.values;
  const bias = draft.parameter([channelsIn(flow)], (channel) => (before?.[channel] ?? 0) + added(channel));
  draft.replaceLast({ layer: biased, weights: { ...weights, bias } });
  return { ...flow, nonNegative: false };
};
