import { advance, get, least } from './text';

/*
 * Convolutions of which only the largest under each window of a pooling is wanted: an image at a time goes through the
 * convolution into a room of the thread's own, which stays in the processor's cache, and from there through the pooling. The
 * numbers are those of the one after the other; the outputs of a whole batch would be written to memory and read again.
 */

/** The pooling, as `takeImage` is given it, and where its output lies. */
const POOLING = `(param $list i32)     ;; rows of windows
    (param $listed i32)   ;; how many
    (param $output i32)
    (param $outImage i32) ;; bytes of an image of it`;

const declared = (names: readonly string[]): string => names.map((name) => `(param $${name} i32)`).join(' ');

/** What `convolveRow` is given besides its unit; `to` is the room of the first thread. */
const ROW = [
  'rows',
  'image',
  'xRow',
  'x',
  'xStep',
  'xLine',
  'height',
  'taps',
  'filter',
  'to',
  'toStep',
  'places',
  'bias',
  'relu',
];

/** One image, its rows one after the other. */
const ofRows = `(func $largestOfRows
    (param $unit i32)     ;; which image
    ${declared(ROW)}
    ${POOLING}
    (local $size i32) (local $room i32) (local $row i32) (local $last i32)
    (local.set $size (i32.mul (i32.mul ${get('rows')} ${get('places')}) ${get('toStep')}))
    (local.set $room (i32.add ${get('to')} (i32.mul (global.get $thread) ${get('size')})))
    (local.set $to (i32.sub ${get('room')} (i32.mul ${get('unit')} ${get('size')})))
    (local.set $row (i32.mul ${get('unit')} ${get('rows')}))
    (local.set $last (i32.add ${get('row')} ${get('rows')}))
    (loop $everyRow
      (call $convolveRow ${get('row')} ${ROW.map(get).join(' ')})
      ${advance('row', 1)}
      (br_if $everyRow (i32.lt_u ${get('row')} ${get('last')})))
    (call $takeImage (i32.const 0) ${get('list')} ${get('listed')} ${get('room')} (i32.const 0)
      (i32.add ${get('output')} (i32.mul ${get('unit')} ${get('outImage')})) (i32.const 0) ${get('toStep')}))`;

/** What `convolveTiles` is given besides its unit; `to` is the room of the first thread. */
const TILES = [
  'units',
  'images',
  'all',
  'together',
  'x',
  'place',
  'height',
  'width',
  'top',
  'left',
  'filter',
  'to',
  'toPlace',
  'rows',
  'columns',
  'bias',
  'relu',
  'room',
  'roomSize',
];

/** As many images as convolveTiles takes together. */
const ofTiles = `(func $largestOfTiles
    (param $unit i32)     ;; which images
    ${declared(TILES)}
    ${POOLING}
    (local $size i32) (local $own i32) (local $first i32) (local $at i32) (local $last i32) (local $count i32) (local $nth i32)
    (local.set $size (i32.mul (i32.mul ${get('rows')} ${get('columns')}) ${get('toPlace')}))
    (local.set $own (i32.add ${get('to')} (i32.mul (global.get $thread) (i32.mul ${get('images')} ${get('size')}))))
    (local.set $first (i32.mul ${get('unit')} ${get('images')}))
    (local.set $to (i32.sub ${get('own')} (i32.mul ${get('first')} ${get('size')})))
    (local.set $at (i32.mul ${get('unit')} ${get('units')}))
    (local.set $last (i32.add ${get('at')} ${get('units')}))
    (loop $everyPart
      (call $convolveTiles ${get('at')} ${TILES.map(get).join(' ')})
      ${advance('at', 1)}
      (br_if $everyPart (i32.lt_u ${get('at')} ${get('last')})))
    ${least('count', get('images'), `(i32.sub ${get('all')} ${get('first')})`)}
    (loop $everyImage
      (call $takeImage ${get('nth')} ${get('list')} ${get('listed')} ${get('own')} ${get('size')}
        (i32.add ${get('output')} (i32.mul ${get('first')} ${get('outImage')})) ${get('outImage')} ${get('toPlace')})
      ${advance('nth', 1)}
      (br_if $everyImage (i32.lt_u ${get('nth')} ${get('count')}))))`;

/** They call the functions of convolutions.ts and winograd.ts, and take-windows' `takeImage`. */
export const largest = `${ofRows}\n  ${ofTiles}`;
