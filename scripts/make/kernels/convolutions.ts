import { range } from 'd3-array';
import { advance, countDown, FLOAT_BYTES, get, least, VECTOR_BYTES } from './text';
import type { Variant } from './variants';

/** Taps in a row before the addresses move on. */
const UNROLLED = 4;
/** What one tile is given, as in `convolveRow` below; `bias` is that of its eight channels. */
const TILE = ['x', 'xStep', 'xLine', 'height', 'taps', 'filter', 'to', 'toStep', 'bias', 'relu'];

/** Some places by eight output channels, through all taps, with their sums in registers. */
function tile(places: number, { multiplyAdd }: Variant): string {
  const rows = range(places);
  const products = (tap: number) => `
        (local.set $f0 (v128.load offset=${2 * tap * VECTOR_BYTES} ${get('filter')}))
        (local.set $f1 (v128.load offset=${(2 * tap + 1) * VECTOR_BYTES} ${get('filter')}))
        ${rows
          .map(
            (row) => `(local.set $v (v128.load32_splat offset=${tap * FLOAT_BYTES} ${get(`x${row}`)}))
        ${[0, 1].map((half) => `(local.set $s${row}${half} ${multiplyAdd(get(`s${row}${half}`), get('v'), get(`f${half}`))})`).join('\n')}`,
          )
          .join('\n')}`;
  const onwards = (taps: number) =>
    [
      ...rows.map((row) => advance(`x${row}`, taps * FLOAT_BYTES)),
      advance('filter', 2 * taps * VECTOR_BYTES),
    ].join('\n');
  const eachSum = (write: (sum: string, half: number) => string) =>
    rows
      .flatMap((row) =>
        [0, 1].map((half) => `(local.set $s${row}${half} ${write(get(`s${row}${half}`), half)})`),
      )
      .join('\n      ');
  const loop = (name: string, count: string, taps: number) => `(if (local.tee $count ${count})
        (then (loop $${name}
          ${range(taps).map(products).join('\n')}
          ${onwards(taps)}
          ${countDown('count', name)})))`;
  return `(func $convolve${places} ${TILE.map((name) => `(param $${name} i32)`).join(' ')}
    (local $count i32) (local $line i32) (local $v v128) (local $f0 v128) (local $f1 v128)
    ${rows.map((row) => `(local $x${row} i32) (local $s${row}0 v128) (local $s${row}1 v128)`).join('\n')}
    (loop $everyLine
      (local.set $line ${get('x')})
      ${rows.map((row) => `(local.set $x${row} ${get('line')})\n${advance('line', 'xStep')}`).join('\n')}
      ${loop('fours', `(i32.shr_u ${get('taps')} (i32.const ${Math.log2(UNROLLED)}))`, UNROLLED)}
      ${loop('ones', `(i32.and ${get('taps')} (i32.const ${UNROLLED - 1}))`, 1)}
      ${advance('x', 'xLine')}
      ${countDown('height', 'everyLine')})
    (if ${get('bias')} (then
      ${eachSum((sum, half) => `(f32x4.add ${sum} (v128.load offset=${half * VECTOR_BYTES} ${get('bias')}))`)}))
    (if ${get('relu')} (then ${eachSum((sum) => `(f32x4.max ${sum} (v128.const i32x4 0 0 0 0))`)}))
    ${rows
      .map(
        (row) => `(v128.store ${get('to')} ${get(`s${row}0`)})
    (v128.store offset=${VECTOR_BYTES} ${get('to')} ${get(`s${row}1`)})
    ${advance('to', 'toStep')}`,
      )
      .join('\n')})`;
}

/** As many places as there are by eight channels: as many at a time as the registers hold, the last ones shared evenly between two tiles. */
function eight(variant: Variant): string {
  const most = `(i32.const ${variant.height})`;
  const left = get('places');
  const half = `(i32.shr_u (i32.add ${left} (i32.const 1)) (i32.const 1))`;
  const full = `(i32.ge_u ${left} (i32.const ${2 * variant.height}))`;
  return `(func $convolveEight ${[...TILE, 'places'].map((name) => `(param $${name} i32)`).join(' ')}
    (local $count i32)
    (loop $everyTile
      (local.set $count (select ${most} (select ${left} ${half} (i32.le_u ${left} ${most})) ${full}))
      ${range(1, variant.height + 1)
        .map(
          (places) => `(if (i32.eq ${get('count')} (i32.const ${places}))
        (then (call $convolve${places} ${TILE.map(get).join(' ')})))`,
        )
        .join('\n      ')}
      (local.set $x (i32.add ${get('x')} (i32.mul ${get('count')} ${get('xStep')})))
      (local.set $to (i32.add ${get('to')} (i32.mul ${get('count')} ${get('toStep')})))
      (br_if $everyTile (local.tee $places (i32.sub ${left} ${get('count')})))))`;
}

/**
 * One row of a convolution's output, eight channels at a time. A value's products are added in the same order whatever tile
 * it is in, and its bias after them.
 */
const row = `(func $convolveRow
    (param $unit i32)    ;; which row, counted through all images
    (param $rows i32)    ;; rows of an image's output
    (param $image i32)   ;; bytes of an image of the input
    (param $xRow i32)    ;; bytes between the first lines under two neighbouring rows
    (param $x i32)       ;; the input, with its padding
    (param $xStep i32)   ;; bytes between the first taps of two neighbouring places
    (param $xLine i32)   ;; bytes of a line of the input
    (param $height i32)  ;; lines of the kernel
    (param $taps i32)    ;; values under a line of the kernel
    (param $filter i32)  ;; for each eight channels: a weight of each for every tap of every line
    (param $to i32)      ;; the output
    (param $toStep i32)  ;; bytes of the channels of one place, a multiple of 32
    (param $places i32)  ;; places of a row
    (param $bias i32)    ;; what each channel gets added; 0 for nothing
    (param $relu i32)    ;; 1 to make what is negative 0
    (local $channel i32)
    (local.set $x (i32.add ${get('x')} (i32.add
      (i32.mul (i32.div_u ${get('unit')} ${get('rows')}) ${get('image')})
      (i32.mul (i32.rem_u ${get('unit')} ${get('rows')}) ${get('xRow')}))))
    (local.set $to (i32.add ${get('to')} (i32.mul ${get('unit')} (i32.mul ${get('places')} ${get('toStep')}))))
    (loop $everyEight
      (call $convolveEight ${TILE.slice(0, 6).map(get).join(' ')}
        (i32.add ${get('to')} ${get('channel')})
        ${get('toStep')}
        (select (i32.add ${get('bias')} ${get('channel')}) (i32.const 0) ${get('bias')})
        ${get('relu')}
        ${get('places')})
      (local.set $filter (i32.add ${get('filter')} (i32.mul
        (i32.mul ${get('height')} ${get('taps')}) (i32.const ${2 * VECTOR_BYTES}))))
      ${advance('channel', 2 * VECTOR_BYTES)}
      (br_if $everyEight (i32.lt_u ${get('channel')} ${get('toStep')}))))`;

/** Some columns of a product of two matrices, [rows, inner] and [inner, columns]: a convolution whose places are the rows. */
const panels = `(func $multiplyPanels
    (param $unit i32)    ;; which eights of columns
    (param $some i32)    ;; bytes of a row that they are
    (param $x i32)       ;; the first
    (param $rows i32)
    (param $inner i32)
    (param $second i32)
    (param $bytes i32)   ;; bytes of a row of it, a multiple of 32
    (param $panels i32)  ;; room for it, rearranged as eight columns after the other
    (param $to i32)
    (local $channel i32) (local $last i32) (local $from i32) (local $at i32) (local $count i32)
    (local.set $channel (i32.mul ${get('unit')} ${get('some')}))
    ${least('last', `(i32.add ${get('channel')} ${get('some')})`, get('bytes'))}
    (loop $everyEight
      (local.set $from (i32.add ${get('second')} ${get('channel')}))
      (local.set $at (i32.add ${get('panels')} (i32.mul ${get('channel')} ${get('inner')})))
      (local.set $count ${get('inner')})
      (loop $everyRow
        (v128.store ${get('at')} (v128.load ${get('from')}))
        (v128.store offset=${VECTOR_BYTES} ${get('at')} (v128.load offset=${VECTOR_BYTES} ${get('from')}))
        ${advance('from', 'bytes')}
        ${advance('at', 2 * VECTOR_BYTES)}
        ${countDown('count', 'everyRow')})
      (call $convolveEight
        ${get('x')}
        (i32.mul ${get('inner')} (i32.const ${FLOAT_BYTES}))
        (i32.const 0)
        (i32.const 1)
        ${get('inner')}
        (i32.add ${get('panels')} (i32.mul ${get('channel')} ${get('inner')}))
        (i32.add ${get('to')} ${get('channel')})
        ${get('bytes')}
        (i32.const 0)
        (i32.const 0)
        ${get('rows')})
      ${advance('channel', 2 * VECTOR_BYTES)}
      (br_if $everyEight (i32.lt_u ${get('channel')} ${get('last')}))))`;

/** The convolution, and the matrix product that is one. */
export const convolutions = (variant: Variant): string => `
  ${range(1, variant.height + 1)
    .map((places) => tile(places, variant))
    .join('\n')}
  ${eight(variant)}
  ${row}
  ${panels}`;
