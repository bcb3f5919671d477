import { type MapShape, size } from '@/lib/tensor/tensor';

/** The emoji packages (`@iconify-json/...`) of the training images. */
export const TRAINING_SETS = ['noto', 'noto-v1', 'fxemoji', 'fluent-emoji-flat', 'emojione'] as const;

/** The one artist's set that is never trained on. */
export const HELD_OUT_SET = 'twemoji';

export const IMAGE_SETS = [...TRAINING_SETS, HELD_OUT_SET] as const;
export type ImageSet = (typeof IMAGE_SETS)[number];

/** Height, width and channels of each image. */
export const IMAGE_SHAPE: MapShape = [64, 64, 3];
/** Its height and width, in pixels. */
export const IMAGE_SIDE = IMAGE_SHAPE[0];
/** Its bytes: height x width x 3, RGB, row by row. */
export const IMAGE_BYTES = size(IMAGE_SHAPE);

/** The number of training images, and of the images that are never trained on. */
export const TRAINING_COUNT = 1000;
export const HELD_OUT_COUNT = 200;
