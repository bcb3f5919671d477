/** How the windows of a convolution or pooling slide, from the settings that ONNX gives them. */
import { asSides } from '@/lib/kinds/parts/sides';
import { type AxisPadding, isCount, paddingAround } from '@/lib/kinds/parts/sliding';
import type { Padding, Sides } from '@/lib/kinds/types';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/interchange-onnx';
import type { Operation } from '../graph/operation';
import { refuse } from '../refusal';
import { listed } from './operator';

export interface Windows {
  readonly size: Sides;
  readonly stride: number;
  /** Null where the cells around the maps are as neither of ours lays them. */
  readonly padding: Padding | null;
  readonly around: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  /** Whether the last window along some axis stands out beyond the padding that was asked for. */
  readonly roundsUp: boolean;
}

/** How windows slide along one axis. */
interface AxisWindows {
  readonly size: number;
  readonly stride: number;
  readonly length: number;
}

/** The stride down and across alike. */
function strideOf(operation: Operation): number {
  const strides = operation.ints('strides') ?? [1, 1];
  const [stride] = strides;
  if (strides.length !== 2 || strides[1] !== stride || !isCount(stride))
    refuse(words.strides({ place: operation.place, strides: listed(strides) }));
  return stride;
}

function refuseDilations(operation: Operation, sides: readonly number[]): void {
  const dilations = operation.ints('dilations') ?? [1, 1];
  // A window of one cell is the same however its cells are spread.
  if (dilations.some((n, axis) => n !== 1 && sides[axis] !== 1))
    refuse(words.dilations({ place: operation.place, dilations: listed(dilations) }));
}

/** As TensorFlow's “same”, with the extra cell after or before. */
function evenly({ size, stride, length }: AxisWindows, extra: 'after' | 'before'): AxisPadding {
  const total = Math.max((Math.ceil(length / stride) - 1) * stride + size - length, 0);
  const [less, more] = [Math.floor(total / 2), Math.ceil(total / 2)];
  return extra === 'after' ? { before: less, after: more } : { before: more, after: less };
}

function asked(operation: Operation): readonly [rows: AxisPadding, columns: AxisPadding] {
  const pads = operation.ints('pads') ?? [0, 0, 0, 0];
  if (pads.length !== 4 || !pads.every((n) => n === 0 || isCount(n)))
    refuse(words.pads({ place: operation.place, pads: listed(pads) }));
  const [top, left, bottom, right] = pads;
  return [
    { before: top, after: bottom },
    { before: left, after: right },
  ];
}

/** The padding of both axes as the settings name it. */
function paddings(
  operation: Operation,
  [rows, columns]: readonly [AxisWindows, AxisWindows],
): readonly [rows: AxisPadding, columns: AxisPadding] {
  const autoPad = operation.text('auto_pad', 'NOTSET');
  switch (autoPad) {
    case 'NOTSET':
      return asked(operation);
    case 'VALID':
      return [
        { before: 0, after: 0 },
        { before: 0, after: 0 },
      ];
    case 'SAME_UPPER':
      return [evenly(rows, 'after'), evenly(columns, 'after')];
    case 'SAME_LOWER':
      return [evenly(rows, 'before'), evenly(columns, 'before')];
    default:
      return refuse(words.autoPad({ place: operation.place, way: autoPad.slice(0, 40) }));
  }
}

/** The padding with what a last window needs beyond it where the number of windows is rounded up. */
function roundedUp(
  operation: Operation,
  { size, stride, length }: AxisWindows,
  { before, after }: AxisPadding,
): AxisPadding {
  const room = length + before + after;
  const start = Math.ceil((room - size) / stride) * stride;
  // Libraries differ in whether a window counts that lies in the padding alone.
  if (start >= length + before) refuse(words.roundingUp({ place: operation.place }));
  return { before, after: after + Math.max(start + size - room, 0) };
}

const isSame = (one: AxisPadding, other: AxisPadding): boolean =>
  one.before === other.before && one.after === other.after;

/**
 * The windows of a node on maps of this size. `sides` are their height and width.
 * @throws Refusal where our layers have no such windows.
 */
export function windowsOf(operation: Operation, maps: MapShape, sides: readonly number[]): Windows {
  const [tall, wide] = sides;
  if (sides.length !== 2 || !isCount(tall) || !isCount(wide))
    refuse(words.spatial({ place: operation.place, size: listed(sides) }));
  refuseDilations(operation, sides);
  const stride = strideOf(operation);
  const axes = [
    { size: tall, stride, length: maps[0] },
    { size: wide, stride, length: maps[1] },
  ] as const;
  const [rows, columns] = paddings(operation, axes);
  const up = operation.int('ceil_mode', 0) !== 0 && operation.text('auto_pad', 'NOTSET') === 'NOTSET';
  const [down, across] = up
    ? [roundedUp(operation, axes[0], rows), roundedUp(operation, axes[1], columns)]
    : [rows, columns];
  const none = [down, across].every(({ before, after }) => before === 0 && after === 0);
  const size = asSides(tall, wide);
  const same = paddingAround({ size, stride, padding: 'same' }, maps);
  const fits = isSame(same.rows, down) && isSame(same.columns, across);
  return {
    size,
    stride,
    padding: none ? 'valid' : fits ? 'same' : null,
    around: { top: down.before, bottom: down.after, left: across.before, right: across.after },
    roundsUp: !isSame(rows, down) || !isSame(columns, across),
  };
}
