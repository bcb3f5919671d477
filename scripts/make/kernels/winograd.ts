import { APART } from '@/lib/engine/kernels/simd/shared';
import { advance, FLOAT_BYTES, get, least, locals, VECTOR_BYTES } from './text';
import { SIDE, tiles } from './tiles';

/*
 * 3x3 convolutions with a stride of 1 in Winograd's form F(2x2, 3x3): a tile of 2x2 values of the output is made of 4x4 of the
 * input, 36 products for each pair of channels as written, 16 here. The 4x4 values and the kernel are transformed, multiplied
 * place by place, and transformed back:
 *
 *   Y = A' [ (G g G') x (B' d B) ] A,  with, row by row,
 *   B' = [1 0 -1 0; 0 1 1 0; 0 -1 1 0; 0 -1 0 1],  G = [1 0 0; 1/2 1/2 1/2; 1/2 -1/2 1/2; 0 0 1],  A' = [1 1 1 0; 0 1 -1 1].
 *
 * The gradient to the kernel is the same form, asked for the other factor: G' [ sum of (A dy A') x (B' d B) ] G.
 * Lavin and Gray, Fast Algorithms for Convolutional Neural Networks (2015); the last rows of B' and A' have the other sign.
 *
 * The 16 places of a tile are 16 matrices, tiles by channels, one after the other in memory: products over all channels are
 * those of matrices.
 */

const MATRICES = SIDE * SIDE;

/** Bytes of each of the sixteen matrices: of the tiles of `count` images. */
const setPlane = (plane: string, place: string): string =>
  `(local.set $${plane} (i32.add (i32.mul (i32.mul ${get('count')} ${get('tiles')}) ${get(place)}) (i32.const ${APART})))`;

/** Rows of tiles that are taken together from a row of the output on: `down`, and how many tiles they are. */
const group = `
    ${least('down', get('together'), `(i32.shr_u (i32.add (i32.sub ${get('rows')} ${get('first')}) (i32.const 1)) (i32.const 1))`)}
    (local.set $tiles (i32.mul ${get('down')} (i32.shr_u (i32.add ${get('columns')} (i32.const 1)) (i32.const 1))))`;

/** The room of this thread; at its beginning, the zeros for {@link takeTiles}. */
const ownRoom = `(local.set $zeros (i32.add ${get('room')} (i32.mul (global.get $thread) ${get('roomSize')})))
    (memory.fill ${get('zeros')} (i32.const 0) ${get('place')})
    (local.set $room (i32.add ${get('zeros')} ${get('place')}))`;

/** What both functions are given of the input. */
const input = `(param $x i32)
    (param $place i32)     ;; bytes of the channels of one of its places, a multiple of 16
    (param $height i32)    ;; of an image of it
    (param $width i32)
    (param $top i32)       ;; lines of zeros above an image
    (param $left i32)      ;; columns of zeros before it`;

/** Where the tiles of the `nth` of some images begin in a matrix. */
const tilesOf = (matrix: string, place: string): string =>
  `(i32.add ${get(matrix)} (i32.mul (i32.mul ${get('nth')} ${get('tiles')}) ${get(place)}))`;

/** Does something for each of `count` images from `image` on, `nth` being how many were before. */
const eachImage = (name: string, what: string): string => `(local.set $nth (i32.const 0))
    (loop $${name}
      ${what}
      ${advance('nth', 1)}
      (br_if $${name} (i32.lt_u ${get('nth')} ${get('count')})))`;

/** An image's tiles from the output's row `first` on. */
const take = `(call $takeTiles
        (i32.add ${get('x')} (i32.mul (i32.add ${get('image')} ${get('nth')}) (i32.mul (i32.mul ${get('height')} ${get('width')}) ${get('place')})))
        ${get('place')} ${get('height')} ${get('width')} (i32.sub ${get('first')} ${get('top')}) ${get('left')}
        ${get('columns')} ${get('down')} ${get('zeros')} ${tilesOf('room', 'place')} ${get('plane')})`;

/** The first value of an image's row `first`, where each place has so many bytes. */
const rowAt = (base: string, place: string): string => `(i32.add ${get(base)} (i32.mul
          (i32.mul (i32.add (i32.mul (i32.add ${get('image')} ${get('nth')}) ${get('rows')}) ${get('first')}) ${get('columns')}) ${get(place)}))`;

/** Some rows of a convolution's output. */
const convolveTiles = `(func $convolveTiles
    (param $unit i32)      ;; which rows of which images
    (param $units i32)     ;; of an image
    (param $images i32)    ;; that a unit takes together: small ones
    (param $all i32)       ;; images of the batch
    (param $together i32)  ;; rows of tiles of a unit
    ${input}
    (param $filter i32)    ;; sixteen matrices, each: for each eight channels, a weight of each for every channel of the input
    (param $to i32)
    (param $toPlace i32)   ;; bytes of the channels of one place of the output, a multiple of 32
    (param $rows i32)      ;; rows of an image of it
    (param $columns i32)
    (param $bias i32)
    (param $relu i32)
    (param $room i32)      ;; for each thread, for what lies between
    (param $roomSize i32)
    ${locals('i32', 'image', 'count', 'nth', 'first', 'down', 'tiles', 'plane', 'toPlane', 'channel', 'at', 'products', 'zeros')}
    ${ownRoom}
    (local.set $first (i32.shl (i32.mul (i32.rem_u ${get('unit')} ${get('units')}) ${get('together')}) (i32.const 1)))
    (local.set $image (i32.mul (i32.div_u ${get('unit')} ${get('units')}) ${get('images')}))
    ${least('count', get('images'), `(i32.sub ${get('all')} ${get('image')})`)}
    ${group}
    ${setPlane('plane', 'place')}
    ${setPlane('toPlane', 'toPlace')}
    ${eachImage('everyTaken', take)}
    (local.set $at ${get('room')})
    (local.set $products (i32.add ${get('room')} (i32.mul ${get('plane')} (i32.const ${MATRICES}))))
    (local.set $room ${get('products')})
    (loop $everyMatrix
      (local.set $channel (i32.const 0))
      (loop $everyEight
        (call $convolveEight
          ${get('at')}
          ${get('place')}
          (i32.const 0)
          (i32.const 1)
          (i32.shr_u ${get('place')} (i32.const ${Math.log2(FLOAT_BYTES)}))
          ${get('filter')}
          (i32.add ${get('products')} ${get('channel')})
          ${get('toPlace')}
          (i32.const 0)
          (i32.const 0)
          (i32.mul ${get('count')} ${get('tiles')}))
        (local.set $filter (i32.add ${get('filter')} (i32.mul ${get('place')} (i32.const ${(2 * VECTOR_BYTES) / FLOAT_BYTES}))))
        ${advance('channel', 2 * VECTOR_BYTES)}
        (br_if $everyEight (i32.lt_u ${get('channel')} ${get('toPlace')})))
      ${advance('at', 'plane')}
      ${advance('products', 'toPlane')}
      (br_if $everyMatrix (i32.lt_u ${get('at')} ${get('room')})))
    ${eachImage(
      'everyPut',
      `(call $putTiles
        ${tilesOf('room', 'toPlace')}
        ${get('toPlane')}
        ${rowAt('to', 'toPlace')}
        (i32.mul ${get('columns')} ${get('toPlace')})
        ${get('toPlace')} ${get('columns')} (i32.sub ${get('rows')} ${get('first')}) ${get('down')} ${get('bias')} ${get('relu')})`,
    )})`;

/** The gradient to a convolution's filter from some images, in its transformed form, in a place of its own. */
const filterOfTiles = `(func $filterOfTiles
    (param $unit i32)      ;; which images
    (param $images i32)    ;; how many they are
    (param $all i32)       ;; images of the batch
    (param $together i32)  ;; rows of tiles that are taken together
    (param $atOnce i32)    ;; images that are: small ones
    ${input}
    (param $dy i32)
    (param $bytes i32)     ;; bytes of the channels of one place of dy, a multiple of 32
    (param $rows i32)      ;; rows of an image of dy
    (param $columns i32)
    (param $sums i32)      ;; for each unit: sixteen matrices, channels of x by channels of dy
    (param $room i32)      ;; for each thread, for what lies between
    (param $roomSize i32)
    ${locals('i32', 'image', 'count', 'nth', 'size', 'last', 'first', 'down', 'tiles', 'plane', 'dyPlane', 'at', 'dyAt', 'to', 'zeros')}
    ${ownRoom}
    (local.set $size (i32.mul (i32.shr_u ${get('place')} (i32.const ${Math.log2(FLOAT_BYTES)})) ${get('bytes')}))
    (local.set $sums (i32.add ${get('sums')} (i32.mul (i32.mul ${get('unit')} ${get('size')}) (i32.const ${MATRICES}))))
    (memory.fill ${get('sums')} (i32.const 0) (i32.mul ${get('size')} (i32.const ${MATRICES})))
    (local.set $image (i32.mul ${get('unit')} ${get('images')}))
    ${least('last', `(i32.add ${get('image')} ${get('images')})`, get('all'))}
    (loop $everyImage
      ${least('count', get('atOnce'), `(i32.sub ${get('last')} ${get('image')})`)}
      (local.set $first (i32.const 0))
      (loop $everyGroup
        ${group}
        ${setPlane('plane', 'place')}
        ${setPlane('dyPlane', 'bytes')}
        (local.set $at ${get('room')})
        (local.set $dyAt (i32.add ${get('room')} (i32.mul ${get('plane')} (i32.const ${MATRICES}))))
        ${eachImage(
          'everyTaken',
          `${take}
      (call $takeGiven
        ${rowAt('dy', 'bytes')}
        (i32.mul ${get('columns')} ${get('bytes')})
        ${get('bytes')} ${get('columns')} (i32.sub ${get('rows')} ${get('first')}) ${get('down')} ${tilesOf('dyAt', 'bytes')} ${get('dyPlane')})`,
        )}
        (local.set $to ${get('sums')})
        (loop $everyMatrix
          (call $addProducts
            ${get('at')}
            ${get('place')}
            (i32.shr_u ${get('place')} (i32.const ${Math.log2(FLOAT_BYTES)}))
            ${get('dyAt')}
            ${get('bytes')}
            (i32.mul ${get('count')} ${get('tiles')})
            (i32.const 1)
            (i32.const 0)
            (i32.const 0)
            ${get('to')})
          ${advance('at', 'plane')}
          ${advance('dyAt', 'dyPlane')}
          ${advance('to', 'size')}
          (br_if $everyMatrix (i32.lt_u ${get('to')} (i32.add ${get('sums')} (i32.mul ${get('size')} (i32.const ${MATRICES}))))))
        (local.set $first (i32.add ${get('first')} (i32.shl ${get('down')} (i32.const 1))))
        (br_if $everyGroup (i32.lt_u ${get('first')} ${get('rows')})))
      ${advance('image', 'count')}
      (br_if $everyImage (i32.lt_u ${get('image')} ${get('last')}))))`;

/** The convolutions in Winograd's form; they call those of convolutions.ts and add-products.ts. */
export const winograd = [tiles, convolveTiles, filterOfTiles].join('\n  ');
