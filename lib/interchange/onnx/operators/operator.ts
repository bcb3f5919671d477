/** What the readers of operators share: what they take and answer, and the order of axes they need. */
import { isMap, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/interchange-onnx';
import type { StoredTensor } from '../file/messages';
import { realNumbers, written } from '../file/tensors';
import type { Draft } from '../graph/draft';
import { type AxisName, CHANNELS_FIRST, dimsOf, type Flow, sameAxes } from '../graph/flow';
import type { Operation } from '../graph/operation';
import { refuse } from '../refusal';

/**
 * Puts the layers that an operator stands for at the end of the draft, and answers what flows out of them.
 * @throws Refusal where our layers don't compute the same.
 */
export type Operator = (operation: Operation, flow: Flow, draft: Draft) => Flow;

/** How sentences write axes: "batch × channels × height × width". */
export const namedAxes = (axes: readonly AxisName[]): string =>
  axes.map((axis) => words.axis({ axis })).join(' × ');

/** How sentences list numbers; a file can hold any number of them. */
export const listed = (numbers: readonly number[]): string =>
  numbers.length > 8 ? `${numbers.slice(0, 8).join(', ')}, …` : numbers.join(', ');

/** The maps that flow in, with channels first. @throws Refusal where something else does. */
export function mapsInto(operation: Operation, { shape, axes }: Flow): MapShape {
  if (!isMap(shape) || !sameAxes(axes, CHANNELS_FIRST))
    refuse(
      words.layout({
        place: operation.place,
        given: namedAxes(axes),
        expected: namedAxes(CHANNELS_FIRST),
      }),
    );
  return shape;
}

/** A flow must be the first input, with numbers of the file in all others. @throws Refusal where it is another. */
export function expectFlowFirst(operation: Operation): void {
  if (operation.inputs[0]?.type !== 'flow') refuse(words.flowFirst({ place: operation.place }));
}

/** How many channels or values come in for each image and place. */
export const channelsIn = (flow: Flow): number => flow.shape[flow.shape.length - 1] ?? 0;

type Numbers = (place: number) => number;

/** The numbers of a stored tensor that needs this shape. @throws Refusal where it has another. */
export function shapedAs(operation: Operation, tensor: StoredTensor, expected: readonly number[]): Numbers {
  const { dims } = tensor;
  if (dims.length !== expected.length || dims.some((n, axis) => n !== expected[axis]))
    refuse(
      words.weightShape({
        place: operation.place,
        name: tensor.name.slice(0, 60),
        shape: written(dims),
        expected: written(expected),
      }),
    );
  return realNumbers(tensor).at;
}

/**
 * A stored tensor that is added to or multiplied with what flows, as one number for each channel.
 * `axis`: where its axes begin, in versions before 7, which spread them over others only on request; else they end with
 * those of the flow.
 * @throws Refusal where it differs from place to place.
 */
export function alongChannels(operation: Operation, flow: Flow, tensor: StoredTensor): Numbers {
  const rank = flow.axes.length;
  const { dims } = tensor;
  const before = operation.version < 7 ? operation.int('axis', rank - dims.length) : rank - dims.length;
  const lengths = dimsOf(flow);
  const fits = dims.every((n, at) => {
    const axis = before + at;
    return n === 1 || (flow.axes[axis] === 'channels' && n === lengths[axis]);
  });
  if (!fits || before < 0 || before + dims.length > rank)
    refuse(words.spread({ place: operation.place, shape: written(dims), values: namedAxes(flow.axes) }));
  const { count, at } = realNumbers(tensor);
  return count === 1 ? () => at(0) : at;
}

/** The stored tensor that meets what flows. */
export const metBy = (operation: Operation): StoredTensor =>
  operation.stored(operation.inputs[0]?.type === 'flow' ? 1 : 0);

/** Whether a tensor holds one number, of which something is true. */
export function isNumber(tensor: StoredTensor, is: (n: number) => boolean): boolean {
  const { count, at } = realNumbers(tensor);
  return count === 1 && is(at(0));
}
