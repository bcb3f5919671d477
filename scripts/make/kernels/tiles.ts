import { range } from 'd3-array';
import { advance, get, locals, VECTOR_BYTES } from './text';

/*
 * The 4x4 values of a tile, transformed and back, for the convolutions of winograd.ts, which says what the matrices are.
 */

/** Values of a side of a transformed tile. */
export const SIDE = 4;

const add = (a: string, b: string): string => `(f32x4.add ${a} ${b})`;
const subtract = (a: string, b: string): string => `(f32x4.sub ${a} ${b})`;

/** B' times four values. */
const turned = ([a, b, c, d]: readonly string[]): readonly string[] => [
  subtract(a, c),
  add(b, c),
  subtract(c, b),
  subtract(d, b),
];

/** A' times four values. */
const summed = ([a, b, c, d]: readonly string[]): readonly string[] => [
  add(add(a, b), c),
  add(subtract(b, c), d),
];

/** A times two values. */
const spreadOut = ([a, b]: readonly string[]): readonly string[] => [a, add(a, b), subtract(a, b), b];

const names = (letter: string, ...at: readonly number[]): string[] => at.map((one) => get(`${letter}${one}`));
const four = (letter: string): string[] => names(letter, ...range(SIDE));
const sets = (letter: string, values: readonly string[]): string =>
  values.map((value, at) => `(local.set $${letter}${at} ${value})`).join('\n');

/** A column of the input's tiles, its four values transformed; zeros where the column or one of its lines isn't there. */
const column = (side: string): string => `
  (if (i32.lt_u ${get('at')} ${get('width')})
    (then
      ${range(SIDE)
        .map(
          (line) =>
            `(local.set $d${line} (v128.load (i32.add ${get(`line${line}`)} (i32.and ${get('on')} ${get(`there${line}`)}))))`,
        )
        .join('\n      ')}
      ${sets(side, turned(four('d')))})
    (else ${sets(side, Array(SIDE).fill('(v128.const i32x4 0 0 0 0)'))}))
  ${advance('on', 'place')}
  ${advance('at', 1)}`;

/** The tiles of some rows of an input, transformed. Around the input, and where the last tiles reach beyond it, are zeros. */
const takeTiles = `(func $takeTiles
  (param $x i32)        ;; an image
  (param $place i32)    ;; bytes of the channels of one place, a multiple of 16
  (param $height i32)   ;; of the image
  (param $width i32)
  (param $top i32)      ;; the line of the first tile's first values, negative above the image
  (param $left i32)     ;; columns of zeros before the image
  (param $columns i32)  ;; columns of the output
  (param $down i32)     ;; rows of tiles
  (param $zeros i32)    ;; as many as the channels of one place
  (param $to i32)
  (param $plane i32)
  ${locals('i32', 'channel', 'tile', 'at', 'on', 'into', 'matrix', ...range(SIDE).flatMap((line) => [`line${line}`, `there${line}`]))}
  ${locals('v128', ...['d', 'a', 'b', 'e', 'f'].flatMap((letter) => range(SIDE).map((at) => `${letter}${at}`)))}
  (loop $everyRow
    ${range(SIDE)
      .map(
        (
          line,
        ) => `(local.set $there${line} (select (i32.const -1) (i32.const 0) (i32.lt_u (i32.add ${get('top')} (i32.const ${line})) ${get('height')})))
    (local.set $line${line} (select
      (i32.add ${get('x')} (i32.mul (i32.mul (i32.add ${get('top')} (i32.const ${line})) ${get('width')}) ${get('place')}))
      ${get('zeros')}
      ${get(`there${line}`)}))`,
      )
      .join('\n    ')}
    (local.set $channel (i32.const 0))
    (loop $everyFour
      (local.set $into (i32.add ${get('to')} ${get('channel')}))
      (local.set $at (i32.sub (i32.const 0) ${get('left')}))
      (local.set $on (i32.mul ${get('at')} ${get('place')}))
      (local.set $tile (i32.const 0))
      ${column('a')}
      ${column('b')}
      (loop $everyTile
        ${column('e')}
        ${column('f')}
        (local.set $matrix ${get('into')})
        ${range(SIDE)
          .flatMap((row) =>
            turned(['a', 'b', 'e', 'f'].map((letter) => get(`${letter}${row}`))).map(
              (value) => `(v128.store ${get('matrix')} ${value}) ${advance('matrix', 'plane')}`,
            ),
          )
          .join('\n')}
        ${range(SIDE)
          .map((row) => `(local.set $a${row} ${get(`e${row}`)}) (local.set $b${row} ${get(`f${row}`)})`)
          .join('\n')}
        ${advance('into', 'place')}
        ${advance('tile', 2)}
        (br_if $everyTile (i32.lt_u ${get('tile')} ${get('columns')})))
      ${range(SIDE)
        .map((line) => advance(`line${line}`, VECTOR_BYTES))
        .join('\n      ')}
      ${advance('channel', VECTOR_BYTES)}
      (br_if $everyFour (i32.lt_u ${get('channel')} ${get('place')})))
    ${advance('top', 2)}
    (local.set $to (i32.add ${get('to')} (i32.mul (i32.shr_u (i32.add ${get('columns')} (i32.const 1)) (i32.const 1)) ${get('place')})))
    (br_if $everyRow (local.tee $down (i32.sub ${get('down')} (i32.const 1))))))`;

/** What a value of dy is loaded as: nothing where it isn't there. */
const given = (from: string, there: readonly string[]): string =>
  there.reduce((value, mask) => `(v128.and ${value} ${get(mask)})`, `(v128.load ${from})`);

/** The tiles of 2x2 values of some rows of dy, spread out to 4x4. What isn't there is 0. */
const takeGiven = `(func $takeGiven
  (param $dy i32)
  (param $line i32)     ;; bytes of a row of dy
  (param $place i32)    ;; bytes of the channels of one place, a multiple of 16
  (param $columns i32)
  (param $rows i32)     ;; its rows, from the first tile's on
  (param $down i32)     ;; rows of tiles
  (param $to i32)
  (param $plane i32)
  ${locals('i32', 'channel', 'left', 'from', 'at', 'matrix', 'next', 'right')}
  ${locals('v128', 'below', 'beside', ...['d', 'a', 'b'].flatMap((letter) => range(SIDE).map((at) => `${letter}${at}`)))}
  (loop $everyRow
    (local.set $next (select ${get('line')} (i32.const 0) (i32.gt_s ${get('rows')} (i32.const 1))))
    (local.set $below (i32x4.splat (select (i32.const -1) (i32.const 0) (i32.gt_s ${get('rows')} (i32.const 1)))))
    (local.set $channel (i32.const 0))
    (loop $everyFour
      (local.set $from (i32.add ${get('dy')} ${get('channel')}))
      (local.set $at (i32.add ${get('to')} ${get('channel')}))
      (local.set $left ${get('columns')})
      (loop $everyTile
        (local.set $right (select ${get('place')} (i32.const 0) (i32.gt_s ${get('left')} (i32.const 1))))
        (local.set $beside (i32x4.splat (select (i32.const -1) (i32.const 0) (i32.gt_s ${get('left')} (i32.const 1)))))
        (local.set $d0 ${given(get('from'), [])})
        (local.set $d1 ${given(`(i32.add ${get('from')} ${get('next')})`, ['below'])})
        (local.set $right (i32.add ${get('from')} ${get('right')}))
        (local.set $d2 ${given(get('right'), ['beside'])})
        (local.set $d3 ${given(`(i32.add ${get('right')} ${get('next')})`, ['below', 'beside'])})
        ${sets('a', spreadOut(names('d', 0, 1)))}
        ${sets('b', spreadOut(names('d', 2, 3)))}
        (local.set $matrix ${get('at')})
        ${range(SIDE)
          .flatMap((row) =>
            spreadOut([get(`a${row}`), get(`b${row}`)]).map(
              (value) => `(v128.store ${get('matrix')} ${value}) ${advance('matrix', 'plane')}`,
            ),
          )
          .join('\n')}
        (local.set $from (i32.add ${get('from')} (i32.shl ${get('place')} (i32.const 1))))
        ${advance('at', 'place')}
        (br_if $everyTile (i32.gt_s (local.tee $left (i32.sub ${get('left')} (i32.const 2))) (i32.const 0))))
      ${advance('channel', VECTOR_BYTES)}
      (br_if $everyFour (i32.lt_u ${get('channel')} ${get('place')})))
    (local.set $dy (i32.add ${get('dy')} (i32.shl ${get('line')} (i32.const 1))))
    (local.set $to (i32.add ${get('to')} (i32.mul (i32.shr_u (i32.add ${get('columns')} (i32.const 1)) (i32.const 1)) ${get('place')})))
    (local.set $rows (i32.sub ${get('rows')} (i32.const 2)))
    (br_if $everyRow (local.tee $down (i32.sub ${get('down')} (i32.const 1))))))`;

/** What becomes of a value of the output: its bias, its ReLU. */
const finished = (value: string): string => `(local.set $d0 ${value})
        (if ${get('bias')} (then (local.set $d0 ${add(get('d0'), `(v128.load (i32.add ${get('bias')} ${get('channel')}))`)})))
        (if ${get('relu')} (then (local.set $d0 (f32x4.max ${get('d0')} (v128.const i32x4 0 0 0 0)))))`;

/** Some rows of the output, from the tiles' products. */
const putTiles = `(func $putTiles
  (param $from i32)
  (param $plane i32)
  (param $to i32)       ;; the first tile's first value
  (param $line i32)     ;; bytes of a row of the output
  (param $place i32)    ;; bytes of the channels of one place, a multiple of 16
  (param $columns i32)
  (param $rows i32)     ;; its rows, from the first tile's on
  (param $down i32)     ;; rows of tiles
  (param $bias i32)     ;; what each channel gets added; 0 for nothing
  (param $relu i32)     ;; 1 to make what is negative 0
  ${locals('i32', 'channel', 'left', 'matrix', 'at', 'into')}
  ${locals('v128', ...['d', 'a', 'b'].flatMap((letter) => range(SIDE).map((at) => `${letter}${at}`)))}
  (loop $everyRow
    (local.set $at ${get('to')})
    (local.set $left ${get('columns')})
    (loop $everyTile
      (local.set $channel (i32.const 0))
      (loop $everyFour
        (local.set $matrix (i32.add ${get('from')} ${get('channel')}))
        ${range(SIDE)
          .map(
            (row) => `${range(SIDE)
              .map((at) => `(local.set $d${at} (v128.load ${get('matrix')})) ${advance('matrix', 'plane')}`)
              .join('\n')}
        ${summed(four('d'))
          .map((value, side) => `(local.set $${side === 0 ? 'a' : 'b'}${row} ${value})`)
          .join('\n')}`,
          )
          .join('\n')}
        ${['a', 'b']
          .map((letter, side) =>
            summed(four(letter))
              .map(
                (
                  value,
                  down,
                ) => `(if (i32.and (i32.gt_s ${get('left')} (i32.const ${side})) (i32.gt_s ${get('rows')} (i32.const ${down}))) (then
        ${finished(value)}
        (local.set $into (i32.add ${get('at')} ${get('channel')}))
        ${side === 1 ? advance('into', 'place') : ''}
        ${down === 1 ? advance('into', 'line') : ''}
        (v128.store ${get('into')} ${get('d0')})))`,
              )
              .join('\n'),
          )
          .join('\n')}
        ${advance('channel', VECTOR_BYTES)}
        (br_if $everyFour (i32.lt_u ${get('channel')} ${get('place')})))
      ${advance('from', 'place')}
      (local.set $at (i32.add ${get('at')} (i32.shl ${get('place')} (i32.const 1))))
      (br_if $everyTile (i32.gt_s (local.tee $left (i32.sub ${get('left')} (i32.const 2))) (i32.const 0))))
    (local.set $to (i32.add ${get('to')} (i32.shl ${get('line')} (i32.const 1))))
    (local.set $rows (i32.sub ${get('rows')} (i32.const 2)))
    (br_if $everyRow (local.tee $down (i32.sub ${get('down')} (i32.const 1))))))`;

/** What takes tiles of the input and of dy, and what puts those of the output. */
export const tiles = [takeTiles, takeGiven, putTiles].join('\n  ');
