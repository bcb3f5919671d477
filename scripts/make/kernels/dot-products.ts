import { range } from 'd3-array';
import { advance, FLOAT_BYTES, get, least, VECTOR_BYTES } from './text';
import type { Variant } from './variants';

/** Rows of each matrix that are multiplied together: nine sums and what they need fit into the registers. */
const MOST = 3;
/** Fours of a row before the addresses move on. */
const UNROLLED = 2;
const TILE = ['a', 'b', 'bytes', 'to', 'toRow'];

/** The dot products of some rows of one matrix with some of another. */
function tile(rows: number, others: number, { multiplyAdd }: Variant): string {
  const pairs = range(rows).flatMap((row) => range(others).map((other) => [row, other] as const));
  const products = (four: number) => `
      ${range(rows)
        .map((row) => `(local.set $v${row} (v128.load offset=${four * VECTOR_BYTES} ${get(`a${row}`)}))`)
        .join('\n      ')}
      ${range(others)
        .map(
          (other) => `(local.set $w (v128.load offset=${four * VECTOR_BYTES} ${get(`b${other}`)}))
      ${range(rows)
        .map(
          (row) =>
            `(local.set $s${row}${other} ${multiplyAdd(get(`s${row}${other}`), get(`v${row}`), get('w'))})`,
        )
        .join('\n      ')}`,
        )
        .join('\n      ')}`;
  const pointers = [...range(rows).map((row) => `a${row}`), ...range(others).map((other) => `b${other}`)];
  const start = (name: string, count: number) =>
    range(count)
      .map(
        (at) =>
          `(local.set $${name}${at} (i32.add ${get(name)} (i32.mul ${get('bytes')} (i32.const ${at}))))`,
      )
      .join('\n    ');
  /** The four parts of a sum, two by two. */
  const whole = (sum: string) =>
    `(f32.add (f32x4.extract_lane 0 (local.tee $w (f32x4.add ${sum} (i8x16.shuffle ${range(8, 16).join(' ')} ${range(8, 16).join(' ')} ${sum} ${sum})))) (f32x4.extract_lane 1 ${get('w')}))`;
  return `(func $dot${rows}${others} ${TILE.map((name) => `(param $${name} i32)`).join(' ')}
    ${pointers.map((name) => `(local $${name} i32)`).join(' ')}
    ${range(rows)
      .map((row) => `(local $v${row} v128)`)
      .join(' ')} (local $w v128)
    ${pairs.map(([row, other]) => `(local $s${row}${other} v128)`).join(' ')}
    ${start('a', rows)}
    ${start('b', others)}
    (loop $along
      ${range(UNROLLED).map(products).join('\n')}
      ${pointers.map((name) => advance(name, UNROLLED * VECTOR_BYTES)).join('\n      ')}
      (br_if $along (local.tee $bytes (i32.sub ${get('bytes')} (i32.const ${UNROLLED * VECTOR_BYTES})))))
    ${range(rows)
      .map(
        (row) => `${range(others)
          .map(
            (other) =>
              `(f32.store offset=${other * FLOAT_BYTES} ${get('to')} ${whole(get(`s${row}${other}`))})`,
          )
          .join('\n    ')}
    ${advance('to', 'toRow')}`,
      )
      .join('\n    ')})`;
}

const sizes = range(1, MOST + 1).flatMap((rows) =>
  range(1, MOST + 1).map((others) => [rows, others] as const),
);

/** Some columns of the product of a matrix, [rows, inner], and another turned over, [columns, inner]: dot products of their rows. */
export const dotProducts = (variant: Variant): string => `
  ${sizes.map(([rows, others]) => tile(rows, others, variant)).join('\n  ')}
  (func $multiplyByTurned
    (param $unit i32)     ;; which columns
    (param $some i32)     ;; how many they are
    (param $columns i32)  ;; all of them, the rows of the second
    (param $a i32)        ;; the first
    (param $rows i32)     ;; its rows
    (param $bytes i32)    ;; bytes of a row of both, a multiple of 32
    (param $b i32)        ;; the second
    (param $to i32)
    (local $column i32) (local $last i32) (local $across i32) (local $row i32) (local $down i32)
    (local.set $column (i32.mul ${get('unit')} ${get('some')}))
    ${least('last', `(i32.add ${get('column')} ${get('some')})`, get('columns'))}
    (loop $everyColumn
      ${least('across', `(i32.const ${MOST})`, `(i32.sub ${get('last')} ${get('column')})`)}
      (local.set $row (i32.const 0))
      (loop $everyRow
        ${least('down', `(i32.const ${MOST})`, `(i32.sub ${get('rows')} ${get('row')})`)}
        ${sizes
          .map(
            ([
              rows,
              others,
            ]) => `(if (i32.and (i32.eq ${get('down')} (i32.const ${rows})) (i32.eq ${get('across')} (i32.const ${others})))
          (then (call $dot${rows}${others}
            (i32.add ${get('a')} (i32.mul ${get('row')} ${get('bytes')}))
            (i32.add ${get('b')} (i32.mul ${get('column')} ${get('bytes')}))
            ${get('bytes')}
            (i32.add ${get('to')} (i32.mul (i32.const ${FLOAT_BYTES})
              (i32.add (i32.mul ${get('row')} ${get('columns')}) ${get('column')})))
            (i32.mul ${get('columns')} (i32.const ${FLOAT_BYTES})))))`,
          )
          .join('\n        ')}
        (local.set $row (i32.add ${get('row')} ${get('down')}))
        (br_if $everyRow (i32.lt_u ${get('row')} ${get('rows')})))
      (local.set $column (i32.add ${get('column')} ${get('across')}))
      (br_if $everyColumn (i32.lt_u ${get('column')} ${get('last')}))))`;
