import { range } from 'd3-array';
import { advance, countDown, FLOAT_BYTES, get, VECTOR_BYTES } from './text';
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
 * The gradient to a convolution's filter, one row of the kernel and some rows of the output: each tap's sums get the tap's
 * value times dy, place by place. Eight channels and as many taps at a time as the registers hold; the last ones may be
 * fewer. A tap's products are added in the same order whatever tile it is in.
 */
export const addProducts = (variant: Variant): string => `
  ${range(1, variant.height + 1)
    .map((taps) => tile(taps, variant))
    .join('\n')}
  (func (export "addProducts")
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
      (br_if $everyTile (local.tee $taps (i32.sub ${get('taps')} ${get('count')})))))`;
