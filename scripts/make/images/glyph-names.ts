import type { CLASSES } from '@/lib/course/reference';

/** Which glyphs show which class. A set that lacks a name, or has it as an alias of another listed one, gives none. */
export const GLYPHS: Record<(typeof CLASSES)[number], readonly string[]> = {
  airplane: [
    'airplane',
    'small-airplane',
    'airplane-departure',
    'airplane-arrival',
    'up-pointing-airplane',
    'northeast-pointing-airplane',
    'up-pointing-military-airplane',
    'up-pointing-small-airplane',
  ],
  automobile: [
    'automobile',
    'oncoming-automobile',
    'oncomingautomobile',
    'sport-utility-vehicle',
    'taxi',
    'oncoming-taxi',
    'oncomingtaxi',
    'police-car',
    'policecar',
    'oncoming-police-car',
    'oncomingpolicecar',
    'racing-car',
    'racecar',
  ],
  bird: [
    ...['bird', 'bird-1', 'bird-2', 'black-bird', 'blackbird', 'dove', 'doveofpeace', 'duck', 'eagle', 'owl'],
    ...['parrot', 'penguin', 'penguin-1', 'penguin-2', 'baby-chick', 'babychick', 'front-facing-baby-chick'],
    ...[
      'frontfacingchick',
      'hatching-chick',
      'hatching-chick-1',
      'hatchingchick',
      'rooster',
      'chicken',
      'swan',
    ],
    ...['goose', 'flamingo', 'turkey', 'peacock', 'dodo'],
  ],
  cat: [
    ...[
      'cat',
      'cat-face',
      'black-cat',
      'grinning-cat',
      'grinning-cat-face',
      'pouting-cat',
      'pouting-cat-face',
    ],
    ...['kissing-cat', 'kissing-cat-face', 'cat-with-wry-smile', 'cat-face-with-wry-smile'],
    ...['grinning-cat-with-smiling-eyes', 'grinning-cat-face-with-smiling-eyes', 'cat-with-tears-of-joy'],
    ...['cat-face-with-tears-of-joy', 'smiling-cat-with-heart-eyes', 'smiling-cat-face-with-heart-eyes'],
    ...['weary-cat', 'weary-cat-face', 'crying-cat', 'crying-cat-face'],
  ],
  deer: ['deer', 'moose'],
  dog: ['dog', 'dogside', 'dog-face', 'poodle', 'guide-dog', 'service-dog'],
  frog: ['frog', 'frog-face', 'sitting-frog'],
  horse: [
    ...['horse', 'horse-face', 'horseface', 'horse-racing', 'horseracing', 'carousel-horse', 'horse-riding'],
  ],
  ship: ['ship', 'passenger-ship', 'ferry', 'motor-boat', 'speedboat', 'sailboat'],
  truck: [
    'delivery-truck',
    'deliverytruck',
    'articulated-lorry',
    'articulatedlorry',
    'fire-engine',
    'fireengine',
    'oncoming-fire-engine',
    'pickup-truck',
  ],
};

/** Glyphs with a fitting name that mislead at 64 pixels: square scenes in place of an object on a clear ground, and a flag. */
export const DROPPED: ReadonlySet<string> = new Set([
  'fxemoji/ship',
  'fxemoji/speedboat',
  'fxemoji/sailboat',
  'emojione-v1/ship',
  'emojione-v1/carousel-horse',
  'streamline-emojis/ship',
  'streamline-emojis/carousel-horse',
  'streamline-emojis/turkey',
]);
