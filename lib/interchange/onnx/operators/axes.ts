/** Operators that move no value: they reorder axes, drop or add some, or unroll maps to a vector. */
import { isMap, size } from '@/lib/tensor/tensor';
import words from '@/words/interchange-onnx';
import { written } from '../file/tensors';
import type { Draft } from '../graph/draft';
import { type AxisName, axisAt, dimsOf, type Flow } from '../graph/flow';
import type { Operation } from '../graph/operation';
import { refuse } from '../refusal';
import type { Operator } from './operator';

/** No network has tensors of more. */
const MOST_AXES = 8;

const shown = (dims: readonly number[]): string =>
  written(dims.map((n) => (Number.isNaN(n) ? words.axis({ axis: 'batch' }) : n)));

function refuseShape(operation: Operation, flow: Flow, target: readonly number[]): never {
  refuse(words.reshape({ place: operation.place, from: shown(dimsOf(flow)), to: shown(target) }));
}

/** The axes of a vector of `count` values that is to have these lengths; null where they are no vector's. */
function vectorAxes(target: readonly number[], count: number): readonly AxisName[] | null {
  const [batch, ...rest] = target;
  const along = count === 1 ? 0 : rest.indexOf(count);
  const alone = rest.every((n, at) => n === (at === along ? count : 1));
  if (!Number.isNaN(batch) || along < 0 || rest.length === 0 || !alone) return null;
  return ['batch', ...rest.map((_, at): AxisName => (at === along ? 'channels' : 'one'))];
}

/**
 * What flows with other lengths of axes, NaN for the batch: the same, or a vector; maps become one by a flatten.
 * @throws Refusal where values would come to stand as ours can't.
 */
function reshaped(operation: Operation, flow: Flow, draft: Draft, target: readonly number[]): Flow {
  const dims = dimsOf(flow);
  if (flow.axes[0] !== 'batch') refuseShape(operation, flow, target);
  if (target.length === dims.length && target.every((n, at) => Object.is(n, dims[at]))) return flow;
  const axes = vectorAxes(target, size(flow.shape)) ?? refuseShape(operation, flow, target);
  const maps = flow.shape;
  if (!isMap(maps)) return { ...flow, axes };
  const shape = draft.append(operation.node.name, (id) => ({ id, kind: 'flatten' }), null, maps);
  return { ...flow, shape, axes, unrolled: { maps, axes: flow.axes.slice(1) } };
}

/** Flatten. All axes from the second on become one. */
export const flatten: Operator = (operation, flow, draft) => {
  const target = [Number.NaN, size(flow.shape)];
  if (axisAt(operation.int('axis', 1), flow.axes.length) !== 1)
    refuse(words.flattenAxis({ place: operation.place, axis: operation.int('axis', 1) }));
  return reshaped(operation, flow, draft, target);
};

/** The axes that a squeeze or unsqueeze names; from version 13 on they come in as a value. */
const axesOf = (operation: Operation): readonly number[] =>
  operation.has(1) ? operation.numbers(1) : (operation.ints('axes') ?? []);

/** Squeeze of axes with a length of 1. Without axes it would drop a batch of one as well. */
export const squeeze: Operator = (operation, flow, draft) => {
  const dims = dimsOf(flow);
  const axes = axesOf(operation).map((axis) => axisAt(axis, dims.length));
  const target = dims.filter((_, at) => !axes.includes(at));
  const fits = axes.length > 0 && axes.every((at) => at !== null && dims[at] === 1);
  return fits ? reshaped(operation, flow, draft, target) : refuseShape(operation, flow, target);
};

/** Unsqueeze: new axes with a length of 1. */
export const unsqueeze: Operator = (operation, flow, draft) => {
  const dims = dimsOf(flow);
  const inserted = axesOf(operation);
  const rank = dims.length + inserted.length;
  if (inserted.length === 0 || rank > MOST_AXES) refuse(words.damaged(), `${operation.place}: ${rank} axes`);
  const axes = inserted.map((axis) => axisAt(axis, rank));
  const rest = dims.values();
  const target = Array.from({ length: rank }, (_, at) => (axes.includes(at) ? 1 : (rest.next().value ?? 0)));
  return reshaped(operation, flow, draft, target);
};

/** The lengths that a reshape asks for, with the batch in front; null where they split or join images. */
function askedLengths(operation: Operation, flow: Flow): readonly number[] | null {
  const [batch, ...rest] = operation.numbers(1);
  const dims = dimsOf(flow);
  const copies = operation.int('allowzero', 0) === 0;
  const known = rest.map((n, at) => (n === 0 && copies ? (dims[at + 1] ?? Number.NaN) : n));
  const open = known.indexOf(-1);
  const others = known.reduce((all, n, at) => (at === open ? all : all * n), 1);
  const total = size(flow.shape);
  if (open >= 0) known[open] = total / others;
  const whole =
    known.every((n) => Number.isInteger(n) && n > 0) && known.reduce((all, n) => all * n, 1) === total;
  // A batch of one that is written down is that of the example a network was exported with.
  const fixed = batch === (operation.surroundings.batch ?? 1);
  const keeps = Number.isNaN(batch) || (batch === 0 && copies) || (batch === -1 && open < 0) || fixed;
  return whole && keeps ? [Number.NaN, ...known] : null;
}

/** Reshape to lengths that come in as a value: -1 for what is left, 0 for the same as before. */
export const reshape: Operator = (operation, flow, draft) => {
  const target = askedLengths(operation, flow);
  return target
    ? reshaped(operation, flow, draft, target)
    : refuseShape(operation, flow, operation.numbers(1));
};

/** Transpose: the file's axes in another order. */
export const transpose: Operator = (operation, flow) => {
  const { axes } = flow;
  const order = operation.ints('perm') ?? axes.map((_, at) => axes.length - 1 - at);
  const turned = order.flatMap((at) => axes[at] ?? []);
  if (turned.length !== axes.length || new Set(order).size !== axes.length)
    refuse(words.damaged(), `${operation.place}: ${order.join(', ')}`);
  return { ...flow, axes: turned };
};
