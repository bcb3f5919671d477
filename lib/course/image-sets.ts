import { type MapShape, size } from '@/lib/tensor/tensor';

/** The emoji packages (`@iconify-json/...`) whose drawings the training and the validation images show. */
export const TRAINING_SETS = [
  'noto',
  'noto-v1',
  'fxemoji',
  'fluent-emoji-flat',
  'emojione',
  'emojione-v1',
  'openmoji',
] as const;

/** Those of the test images: by artists whose work is never trained on. */
export const TEST_SETS = ['twemoji', 'streamline-emojis'] as const;

/** Drawings made for this project, likewise never trained on. */
export const OWN_SET = 'own';

/** The sets that are packages. */
export const PACKAGE_SETS = [...TRAINING_SETS, ...TEST_SETS] as const;

export const IMAGE_SETS = [...PACKAGE_SETS, OWN_SET] as const;
export type ImageSet = (typeof IMAGE_SETS)[number];

/** Height and width of each image, in pixels. */
export const IMAGE_SIDE = 64;
/** Its height, width and channels. */
export const IMAGE_SHAPE: MapShape = [IMAGE_SIDE, IMAGE_SIDE, 3];
/** Its bytes: height x width x 3, RGB, row by row. Pure: a lesson's script does without it. */
export const IMAGE_BYTES = /* @__PURE__ */ size(IMAGE_SHAPE);

/** The number of training images, and of those by the same artists and by others that are never trained on. */
export const TRAINING_COUNT = 1000;
export const VALIDATION_COUNT = 200;
export const TEST_COUNT = 200;

/** By class, the number of different drawings that they show; `npm run check:claims` counts them. */
export const DRAWINGS = {
  heldOut: [5, 5, 14, 3, 2, 5, 2, 4, 5, 4],
  test: [5, 7, 20, 6, 6, 7, 6, 6, 8, 6],
} as const;
