import { range } from 'd3-array';
import { advance, get, least, locals, VECTOR_BYTES } from './text';
import { SIDE } from './tiles';

/*
 * A 3x3 filter as the sixteen matrices of winograd.ts, and the gradient to these as the one to the filter. Four output channels
 * at a time.
 */

/** Values of a side of the kernel. */
const KERNEL = 3;
const HALF = '(v128.const f32x4 0.5 0.5 0.5 0.5)';
const add = (a: string, b: string): string => `(f32x4.add ${a} ${b})`;
const half = (value: string): string => `(f32x4.mul ${value} ${HALF})`;
const names = (letter: string, count: number): string[] => range(count).map((at) => `${letter}${at}`);
const set = (name: string, value: string): string => `(local.set $${name} ${value})`;

/** G times three values: the sum of the outer two is used twice. */
const spread = ([a, b, c]: readonly string[], to: readonly string[]): string => `
        ${set('outer', add(a, c))}
        ${set(to[0], a)}
        ${set(to[1], half(add(get('outer'), b)))}
        ${set(to[2], half(`(f32x4.sub ${get('outer')} ${b})`))}
        ${set(to[3], c)}`;

/** G transposed times four values. */
const gathered = ([a, b, c, d]: readonly string[], to: readonly string[]): string => `
        ${set('outer', half(add(b, c)))}
        ${set(to[0], add(a, get('outer')))}
        ${set(to[1], half(`(f32x4.sub ${b} ${c})`))}
        ${set(to[2], add(get('outer'), d))}`;

const transform = `(func $transformFilter
    (param $unit i32)   ;; which input channel
    (param $from i32)   ;; the filter, [3, 3, channels in, channels out]
    (param $to i32)     ;; sixteen matrices, each: for each eight output channels, a weight of each for every input channel
    (param $inner i32)  ;; input channels
    (param $bytes i32)  ;; bytes of the output channels, a multiple of 32
    ${locals('i32', 'each', 'channel', 'at')}
    ${locals('v128', 'outer', ...names('g', KERNEL), ...range(KERNEL).flatMap((column) => names(`r${column}`, SIDE)), ...names('m', SIDE))}
    (local.set $each (i32.mul ${get('inner')} ${get('bytes')}))
    (local.set $from (i32.add ${get('from')} (i32.mul ${get('unit')} ${get('bytes')})))
    (local.set $to (i32.add ${get('to')} (i32.mul ${get('unit')} (i32.const ${2 * VECTOR_BYTES}))))
    (loop $everyFour
      ${range(KERNEL)
        .map(
          (column) => `${range(KERNEL)
            .map((row) =>
              set(
                `g${row}`,
                `(v128.load (i32.add (i32.add ${get('from')} ${get('channel')}) (i32.mul ${get('each')} (i32.const ${row * KERNEL + column}))))`,
              ),
            )
            .join('\n      ')}
      ${spread(names('g', KERNEL).map(get), names(`r${column}`, SIDE))}`,
        )
        .join('\n      ')}
      (local.set $at (i32.add ${get('to')} (i32.add
        (i32.mul (i32.and ${get('channel')} (i32.const -${2 * VECTOR_BYTES})) ${get('inner')})
        (i32.and ${get('channel')} (i32.const ${2 * VECTOR_BYTES - 1})))))
      ${range(SIDE)
        .map(
          (row) => `${spread(
            range(KERNEL).map((column) => get(`r${column}${row}`)),
            names('m', SIDE),
          )}
      ${names('m', SIDE)
        .map((name) => `(v128.store ${get('at')} ${get(name)}) ${advance('at', 'each')}`)
        .join('\n      ')}`,
        )
        .join('\n      ')}
      ${advance('channel', VECTOR_BYTES)}
      (br_if $everyFour (i32.lt_u ${get('channel')} ${get('bytes')}))))`;

const back = `(func $transformBack
    (param $unit i32)  ;; which part
    (param $part i32)  ;; bytes of a part of each matrix, a multiple of 16; the last one may be shorter
    (param $each i32)  ;; bytes of a matrix, a multiple of 16
    (param $from i32)  ;; the gradient to sixteen matrices, channels in by channels out
    (param $to i32)    ;; the one to the filter
    ${locals('i32', 'at', 'last')}
    ${locals('v128', 'outer', ...names('m', SIDE), ...range(SIDE).flatMap((column) => names(`r${column}`, KERNEL)), ...names('g', KERNEL))}
    (local.set $at (i32.mul ${get('unit')} ${get('part')}))
    ${least('last', `(i32.add ${get('at')} ${get('part')})`, get('each'))}
    (loop $everyFour
      ${range(SIDE)
        .map(
          (column) => `${range(SIDE)
            .map((row) =>
              set(
                `m${row}`,
                `(v128.load (i32.add (i32.add ${get('from')} ${get('at')}) (i32.mul ${get('each')} (i32.const ${row * SIDE + column}))))`,
              ),
            )
            .join('\n      ')}
      ${gathered(names('m', SIDE).map(get), names(`r${column}`, KERNEL))}`,
        )
        .join('\n      ')}
      ${range(KERNEL)
        .map(
          (row) => `${gathered(
            range(SIDE).map((column) => get(`r${column}${row}`)),
            names('g', KERNEL),
          )}
      ${range(KERNEL)
        .map(
          (column) =>
            `(v128.store (i32.add (i32.add ${get('to')} ${get('at')}) (i32.mul ${get('each')} (i32.const ${row * KERNEL + column}))) ${get(`g${column}`)})`,
        )
        .join('\n      ')}`,
        )
        .join('\n      ')}
      ${advance('at', VECTOR_BYTES)}
      (br_if $everyFour (i32.lt_u ${get('at')} ${get('last')}))))`;

/** What makes a filter its matrices, and back. */
export const winogradFilter = `${transform}\n  ${back}`;
