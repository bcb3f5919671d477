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

/** Height, width and channels of each image. */
export const IMAGE_SHAPE: MapShape = [64, 64, 3];
/** Its height and width, in pixels. */
export const IMAGE_SIDE = IMAGE_SHAPE[0];
/** Its bytes: height x width x 3, RGB, row by row. */
export const IMAGE_BYTES = size(IMAGE_SHAPE);

/** The number of training images, and of those by the same artists and by others that are never trained on. */
export const TRAINING_COUNT = 1000;
export const VALIDATION_COUNT = 200;
export const TEST_COUNT = 200;

/** By class, the number of different drawings that they show; `npm run check:claims` counts them. */
export const DRAWINGS = {
  heldOut: [5, 5, 14, 3, 2, 5, 2, 4, 5, 4],
  test: [5, 7, 20, 6, 6, 7, 6, 6, 8, 6],
} as const;
