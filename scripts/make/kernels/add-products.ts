import { range } from 'd3-array';
import { TERMS } from '@/lib/engine/kernels/simd/shared';
import { advance, countDown, FLOAT_BYTES, get, least, VECTOR_BYTES } from './text';
import type { Variant } from './variants';

/** What one tile is given, as in `addProducts` below, and where its first tap, first channels and sums are. */
const TILE = ['value', 'xStep', 'given', 'bytes', 'places', 'rows', 'xRow', 'dyRow', 'to'];

/** Some taps by eight channels, through all places, with their sums in registers. */
function tile(taps: number, { multiplyAdd }: Variant): string {
  const rows = range(taps);
  const eachSum = (write: (sum: string, offset: number) => string) =>
    rows.map(
      (row) => `${[0, 1].map((half) => write(`$s${row}${half}`, half * VECTOR_BYTES)).join('\n')}
      ${advance('at', 'bytes')}`,
    );
  const products = rows.map(
    (row) => `(local.set $v (v128.load32_splat offset=${row * FLOAT_BYTES} ${get('x')}))
      ${[0, 1].map((half) => `(local.set $s${row}${half} ${multiplyAdd(get(`s${row}${half}`), get('v'), get(`d${half}`))})`).join('\n')}`,
  );
  const sums = rows.map((row) => `(local $s${row}0 v128) (local $s${row}1 v128)`);
  return `(func $add${taps} ${TILE.map((name) => `(param $${name} i32)`).join(' ')}
    (local $at i32) (local $x i32) (local $dy i32) (local $place i32)
    (local $v v128) (local $d0 v128) (local $d1 v128) ${sums.join(' ')}
    (local.set $at ${get('to')})
    ${eachSum((sum, offset) => `(local.set ${sum} (v128.load offset=${offset} ${get('at')}))`).join('\n')}
    (loop $everyRow
      (local.set $x ${get('value')})
      (local.set $dy ${get('given')})
      (local.set $place ${get('places')})
      (loop $everyPlace
        (local.set $d0 (v128.load ${get('dy')}))
        (local.set $d1 (v128.load offset=${VECTOR_BYTES} ${get('dy')}))
        ${products.join('\n')}
        ${advance('x', 'xStep')}
        ${advance('dy', 'bytes')}
        ${countDown('place', 'everyPlace')})
      ${advance('value', 'xRow')}
      ${advance('given', 'dyRow')}
      ${countDown('rows', 'everyRow')})
    (local.set $at ${get('to')})
    ${eachSum((sum, offset) => `(v128.store offset=${offset} ${get('at')} (local.get ${sum}))`).join('\n')})`;
}

/**
 * The gradient to a convolution's filter from some images, in a place of its own: which images belong together does not
 * depend on the number of threads, so neither do the bits of the sum. `atOnce` rows of dy go through all lines of the kernel
 * before the next ones: they stay in the processor's cache.
 */
const filterOfImages = `(func $filterOfImages
    (param $unit i32)    ;; which images
    (param $images i32)  ;; how many they are
    (param $all i32)     ;; images of the batch
    (param $x i32)       ;; the input, with its padding
    (param $image i32)   ;; bytes of an image of it
    (param $xStep i32)   ;; bytes between the first taps of two neighbouring places
    (param $xRow i32)    ;; bytes between the first lines under two neighbouring rows
    (param $xLine i32)   ;; bytes of a line of the input
    (param $height i32)  ;; lines of the kernel
    (param $taps i32)    ;; values under a line of the kernel
    (param $dy i32)
    (param $rows i32)    ;; rows of an image of dy
    (param $places i32)  ;; places of a row
    (param $bytes i32)   ;; bytes of the channels of one place, a multiple of 32
    (param $atOnce i32)
    (param $sums i32)    ;; for each unit: lines by taps by channels
    (local $size i32) (local $dyRow i32) (local $last i32) (local $row i32) (local $line i32) (local $count i32)
    (local.set $size (i32.mul (i32.mul ${get('height')} ${get('taps')}) ${get('bytes')}))
    (local.set $dyRow (i32.mul ${get('places')} ${get('bytes')}))
    (local.set $sums (i32.add ${get('sums')} (i32.mul ${get('unit')} ${get('size')})))
    (memory.fill ${get('sums')} (i32.const 0) ${get('size')})
    (local.set $unit (i32.mul ${get('unit')} ${get('images')}))
    ${least('last', `(i32.add ${get('unit')} ${get('images')})`, get('all'))}
    (loop $everyImage
      (local.set $row (i32.const 0))
      (loop $everyRow
        ${least('count', get('atOnce'), `(i32.sub ${get('rows')} ${get('row')})`)}
        (local.set $line (i32.const 0))
        (loop $everyLine
          (call $addProducts
            (i32.add ${get('x')} (i32.add (i32.mul ${get('unit')} ${get('image')})
              (i32.add (i32.mul ${get('row')} ${get('xRow')}) (i32.mul ${get('line')} ${get('xLine')}))))
            ${get('xStep')}
            ${get('taps')}
            (i32.add ${get('dy')} (i32.mul (i32.add (i32.mul ${get('unit')} ${get('rows')}) ${get('row')}) ${get('dyRow')}))
            ${get('bytes')}
            ${get('places')}
            ${get('count')}
            ${get('xRow')}
            ${get('dyRow')}
            (i32.add ${get('sums')} (i32.mul ${get('line')} (i32.mul ${get('taps')} ${get('bytes')}))))
          ${advance('line', 1)}
          (br_if $everyLine (i32.lt_u ${get('line')} ${get('height')})))
        (local.set $row (i32.add ${get('row')} ${get('count')}))
        (br_if $everyRow (i32.lt_u ${get('row')} ${get('rows')})))
      ${advance('unit', 1)}
      (br_if $everyImage (i32.lt_u ${get('unit')} ${get('last')}))))`;

/** Some rows of the product of a matrix turned over, [places, taps], and another, [places, channels]: [taps, channels]. */
const outerProduct = `(func $multiplyTurned
    (param $unit i32)    ;; which taps
    (param $some i32)    ;; how many they are
    (param $taps i32)    ;; taps of a row of the first
    (param $x i32)       ;; the first
    (param $dy i32)      ;; the second
    (param $places i32)
    (param $bytes i32)   ;; bytes of a row of the second, a multiple of 32
    (param $to i32)
    (local $from i32) (local $count i32)
    (local.set $from (i32.mul ${get('unit')} ${get('some')}))
    ${least('count', get('some'), `(i32.sub ${get('taps')} ${get('from')})`)}
    (local.set $to (i32.add ${get('to')} (i32.mul ${get('from')} ${get('bytes')})))
    (memory.fill ${get('to')} (i32.const 0) (i32.mul ${get('count')} ${get('bytes')}))
    (call $addProducts
      (i32.add ${get('x')} (i32.mul ${get('from')} (i32.const ${FLOAT_BYTES})))
      (i32.mul ${get('taps')} (i32.const ${FLOAT_BYTES}))
      ${get('count')}
      ${get('dy')}
      ${get('bytes')}
      ${get('places')}
      (i32.const 1)
      (i32.const 0)
      (i32.const 0)
      ${get('to')}))`;

/**
 * Some terms of each sum of the product of two matrices, [rows, inner] and [inner, columns], in a place of their own: of a long
 * `inner` each part of the second is read once, as it lies. The first is turned over, a block at a time.
 */
const partOfSums = `(func $multiplyPart
    (param $unit i32)    ;; which terms
    (param $some i32)    ;; how many they are
    (param $inner i32)   ;; all of them
    (param $a i32)       ;; the first
    (param $rows i32)    ;; its rows
    (param $b i32)       ;; the second
    (param $bytes i32)   ;; bytes of a row of it, a multiple of 32
    (param $sums i32)    ;; for each unit: rows by columns
    (param $room i32)    ;; for each thread, for a block of the first
    (param $roomSize i32)
    (local $term i32) (local $last i32) (local $count i32) (local $row i32) (local $from i32) (local $to i32) (local $left i32)
    (local.set $room (i32.add ${get('room')} (i32.mul (global.get $thread) ${get('roomSize')})))
    (local.set $sums (i32.add ${get('sums')} (i32.mul ${get('unit')} (i32.mul ${get('rows')} ${get('bytes')}))))
    (memory.fill ${get('sums')} (i32.const 0) (i32.mul ${get('rows')} ${get('bytes')}))
    (local.set $term (i32.mul ${get('unit')} ${get('some')}))
    ${least('last', `(i32.add ${get('term')} ${get('some')})`, get('inner'))}
    (loop $everyBlock
      ${least('count', `(i32.const ${TERMS})`, `(i32.sub ${get('last')} ${get('term')})`)}
      (local.set $row (i32.const 0))
      (loop $everyRow
        (local.set $from (i32.add ${get('a')} (i32.mul (i32.add (i32.mul ${get('row')} ${get('inner')}) ${get('term')}) (i32.const ${FLOAT_BYTES}))))
        (local.set $to (i32.add ${get('room')} (i32.mul ${get('row')} (i32.const ${FLOAT_BYTES}))))
        (local.set $left ${get('count')})
        (loop $everyTerm
          (i32.store ${get('to')} (i32.load ${get('from')}))
          ${advance('from', FLOAT_BYTES)}
          (local.set $to (i32.add ${get('to')} (i32.mul ${get('rows')} (i32.const ${FLOAT_BYTES}))))
          ${countDown('left', 'everyTerm')})
        ${advance('row', 1)}
        (br_if $everyRow (i32.lt_u ${get('row')} ${get('rows')})))
      (call $addProducts
        ${get('room')}
        (i32.mul ${get('rows')} (i32.const ${FLOAT_BYTES}))
        ${get('rows')}
        (i32.add ${get('b')} (i32.mul ${get('term')} ${get('bytes')}))
        ${get('bytes')}
        ${get('count')}
        (i32.const 1)
        (i32.const 0)
        (i32.const 0)
        ${get('sums')})
      (local.set $term (i32.add ${get('term')} ${get('count')}))
      (br_if $everyBlock (i32.lt_u ${get('term')} ${get('last')}))))`;

/**
 * The gradient to a convolution's filter, one row of the kernel and some rows of the output: each tap's sums get the tap's
 * value times dy, place by place. Eight channels and as many taps at a time as the registers hold; the last ones may be
 * fewer. A tap's products are added in the same order whatever tile it is in.
 */
export const addProducts = (variant: Variant): string => `
  ${range(1, variant.height + 1)
    .map((taps) => tile(taps, variant))
    .join('\n')}
  (func $addProducts
    (param $x i32)       ;; the first tap's value at the first place; the others follow it
    (param $xStep i32)   ;; bytes to the next place
    (param $taps i32)    ;; how many, at least one
    (param $dy i32)      ;; dy at the first place; the other places follow it
    (param $bytes i32)   ;; bytes of the channels of one place, a multiple of 32
    (param $places i32)  ;; how many in a row, at least one
    (param $rows i32)    ;; how many rows of places, at least one
    (param $xRow i32)    ;; bytes from a row's first tap to the next row's
    (param $dyRow i32)   ;; bytes from a row of dy to the next
    (param $sums i32)    ;; taps by channels, added to
    (local $count i32) (local $channel i32) (local $value i32) (local $given i32) (local $to i32)
    (loop $everyTile
      (local.set $count (select (i32.const ${variant.height}) ${get('taps')} (i32.gt_u ${get('taps')} (i32.const ${variant.height}))))
      (local.set $value ${get('x')})
      (local.set $channel (i32.const 0))
      (loop $everyEight
        (local.set $given (i32.add ${get('dy')} ${get('channel')}))
        (local.set $to (i32.add ${get('sums')} ${get('channel')}))
        ${range(1, variant.height + 1)
          .map(
            (taps) => `(if (i32.eq ${get('count')} (i32.const ${taps}))
          (then (call $add${taps} ${TILE.map(get).join(' ')})))`,
          )
          .join('\n        ')}
        (local.set $channel (i32.add ${get('channel')} (i32.const ${2 * VECTOR_BYTES})))
        (br_if $everyEight (i32.lt_u ${get('channel')} ${get('bytes')})))
      (local.set $x (i32.add ${get('x')} (i32.mul ${get('count')} (i32.const ${FLOAT_BYTES}))))
      (local.set $sums (i32.add ${get('sums')} (i32.mul ${get('count')} ${get('bytes')})))
      (br_if $everyTile (local.tee $taps (i32.sub ${get('taps')} ${get('count')})))))
  ${filterOfImages}
  ${outerProduct}
  ${partOfSums}`;
