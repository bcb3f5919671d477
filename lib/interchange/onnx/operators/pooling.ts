import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/interchange-onnx';
import type { Draft } from '../graph/draft';
import { type AxisName, axisAt, type Flow } from '../graph/flow';
import type { Operation } from '../graph/operation';
import { refuse } from '../refusal';
import { padded } from './convolution';
import { listed, mapsInto, namedAxes, type Operator } from './operator';
import { type Windows, windowsOf } from './windows';

const sidesOf = (operation: Operation): readonly number[] => operation.ints('kernel_shape') ?? [];

function pads({ around }: Windows): string {
  const { top, left, bottom, right } = around;
  return [top, left, bottom, right].join(', ');
}

/** Whether each window meets the maps: one in the padding alone has no largest value. */
function allMeetMaps({ around }: Windows, [tall, wide]: readonly number[]): boolean {
  const { top, left, bottom, right } = around;
  return top < tall && bottom < tall && left < wide && right < wide;
}

/**
 * MaxPool. Its padding takes no part, as in ours; where it lies otherwise than ours can, zeros stand in for it, which
 * never win over values that can't be below 0.
 */
export const maxPooling: Operator = (operation, flow, draft) => {
  const maps = mapsInto(operation, flow);
  const sides = sidesOf(operation);
  const windows = windowsOf(operation, maps, sides);
  const { size, stride, padding } = windows;
  if (padding === null && !(flow.nonNegative && allMeetMaps(windows, sides)))
    refuse(words.maxPadding({ place: operation.place, pads: pads(windows) }));
  const inside = padded(draft, flow, windows);
  const shape = draft.append(
    operation.node.name,
    (id) => ({ id, kind: 'maxPool', size, stride, padding: padding ?? 'valid' }),
    null,
    inside.shape,
  );
  return { ...flow, shape };
};

/** AveragePool. Ours never counts padding; where the file's does, the zeros become a layer of their own. */
export const averagePooling: Operator = (operation, flow, draft) => {
  const maps = mapsInto(operation, flow);
  const windows = windowsOf(operation, maps, sidesOf(operation));
  const { size, stride, padding, roundsUp } = windows;
  const counts = operation.int('count_include_pad', 0) !== 0 && padding !== 'valid';
  // Libraries differ in whether they count cells beyond the padding.
  if (counts && roundsUp) refuse(words.roundingUp({ place: operation.place }));
  if (padding === null && !counts)
    refuse(words.averagePadding({ place: operation.place, pads: pads(windows) }));
  const inside = counts ? padded(draft, flow, { ...windows, padding: null }) : flow;
  const shape = draft.append(
    operation.node.name,
    (id) => ({ id, kind: 'averagePool', size, stride, padding: counts ? 'valid' : (padding ?? 'valid') }),
    null,
    inside.shape,
  );
  return { ...flow, shape };
};

/** Appends the mean of each map, whose axes stay with a length of 1 or go. */
function meanOfMaps(operation: Operation, flow: Flow, draft: Draft, keepsAxes: boolean): Flow {
  const shape = draft.append(
    operation.node.name,
    (id) => ({ id, kind: 'globalAveragePool' }),
    null,
    flow.shape,
  );
  const isSpatial = (axis: AxisName) => axis === 'height' || axis === 'width';
  const axes = keepsAxes
    ? flow.axes.map((axis) => (isSpatial(axis) ? 'one' : axis))
    : flow.axes.filter((axis) => !isSpatial(axis));
  return { ...flow, shape, axes };
}

/** GlobalAveragePool. */
export const globalPooling: Operator = (operation, flow, draft) => {
  mapsInto(operation, flow);
  return meanOfMaps(operation, flow, draft, true);
};

/** ReduceMean, over height and width only. From version 18 on its axes come in as a value. */
export const mean: Operator = (operation, flow, draft) => {
  const reduced = operation.has(1) ? operation.numbers(1) : (operation.ints('axes') ?? []);
  const axes = reduced.map((axis) => flow.axes[axisAt(axis, flow.axes.length) ?? -1]);
  const spatial = axes.length === 2 && axes.includes('height') && axes.includes('width');
  if (!isMap(flow.shape) || !spatial)
    refuse(words.meanAxes({ place: operation.place, given: listed(reduced), values: namedAxes(flow.axes) }));
  return meanOfMaps(operation, flow, draft, operation.int('keepdims', 1) !== 0);
};
