import { range } from 'd3-array';
import { advance, FLOAT_BYTES, get, locals, VECTOR_BYTES } from './text';

/** Places of the windows that nearly all networks have, 2x2: for these the loops over a window's places are written out. */
const PLACES = 4;
const each = <T>(write: (place: number) => T): readonly T[] => range(PLACES).map(write);

const loadOffsets = each(
  (place) => `(local.set $o${place} (i32.load offset=${place * FLOAT_BYTES} ${get('offsets')}))`,
).join('\n    ');
/** Where a place's four channels lie, in the input or in the gradient to it. */
const placeAt = (base: string, place: number) =>
  `(i32.add ${get(base)} (i32.add ${get('channel')} ${get(`o${place}`)}))`;

/** `$giveWindows` of give-windows.wat for windows of four places. */
const giveFour = `(func $giveFour
    (param $input i32) (param $gradient i32) (param $dy i32) (param $dyStep i32) (param $offsets i32) (param $windows i32)
    (param $step i32) (param $bytes i32)
    ${locals('i32', 'channel', 'at', ...each((place) => `o${place}`))}
    ${locals('v128', 'largest', 'larger', 'winner', 'given', 'value')}
    ${loadOffsets}
    (loop $everyWindow
      (local.set $channel (i32.const 0))
      (loop $everyFour
        (local.set $largest (f32x4.splat (f32.const -inf)))
        (local.set $winner (i32x4.splat (i32.const -1)))
        ${each(
          (place) => `(local.set $value (v128.load ${placeAt('input', place)}))
        (local.set $larger (f32x4.gt ${get('value')} ${get('largest')}))
        (local.set $largest (v128.bitselect ${get('value')} ${get('largest')} ${get('larger')}))
        (local.set $winner (v128.bitselect (v128.const i32x4 ${Array(PLACES).fill(place).join(' ')}) ${get('winner')} ${get('larger')}))`,
        ).join('\n        ')}
        (local.set $given (v128.load (i32.add ${get('dy')} ${get('channel')})))
        ${each(
          (place) => `(local.set $at ${placeAt('gradient', place)})
        (v128.store ${get('at')} (f32x4.add (v128.load ${get('at')})
          (v128.and ${get('given')} (i32x4.eq ${get('winner')} (v128.const i32x4 ${Array(PLACES).fill(place).join(' ')})))))`,
        ).join('\n        ')}
        ${advance('channel', VECTOR_BYTES)}
        (br_if $everyFour (i32.lt_u ${get('channel')} ${get('bytes')})))
      ${advance('input', 'step')}
      ${advance('gradient', 'step')}
      ${advance('dy', 'dyStep')}
      (br_if $everyWindow (local.tee $windows (i32.sub ${get('windows')} (i32.const 1))))))`;

/** The largest value under each of some windows that lie in a row, as `$giveWindows` is given them. */
const takeFour = `(func $takeFour
    (param $input i32) (param $to i32) (param $toStep i32) (param $offsets i32) (param $windows i32) (param $step i32)
    (param $bytes i32)
    ${locals('i32', 'channel', ...each((place) => `o${place}`))}
    ${loadOffsets}
    (loop $everyWindow
      (local.set $channel (i32.const 0))
      (loop $everyFour
        (v128.store (i32.add ${get('to')} ${get('channel')})
          ${each((place) => `(v128.load ${placeAt('input', place)})`).reduce((so, value) => `(f32x4.pmax ${so} ${value})`)})
        ${advance('channel', VECTOR_BYTES)}
        (br_if $everyFour (i32.lt_u ${get('channel')} ${get('bytes')})))
      ${advance('input', 'step')}
      ${advance('to', 'toStep')}
      (br_if $everyWindow (local.tee $windows (i32.sub ${get('windows')} (i32.const 1))))))`;

/** Max pooling where its loops are worth being written out. */
export const pooling = `${giveFour}\n  ${takeFour}`;
