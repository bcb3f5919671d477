import { type MapShape, size } from '@/lib/tensor/tensor';

/** The emoji packages (`@iconify-json/...`) that the network learns from. */
export const TRAINING_SETS = ['noto', 'noto-v1', 'fxemoji', 'fluent-emoji-flat', 'emojione'] as const;

/** The one artist's set that the network never sees while it learns. */
export const HELD_OUT_SET = 'twemoji';

export const PICTURE_SETS = [...TRAINING_SETS, HELD_OUT_SET] as const;
export type PictureSet = (typeof PICTURE_SETS)[number];

/** Height, width and channels of each picture. */
export const PICTURE_SHAPE: MapShape = [64, 64, 3];
/** Its height and width, in pixels. */
export const PICTURE_SIDE = PICTURE_SHAPE[0];
/** Its bytes: height x width x 3, RGB, row by row. */
export const PICTURE_BYTES = size(PICTURE_SHAPE);

/** How many pictures there are to learn from, and how many that the network never learns from. */
export const TRAINING_COUNT = 1000;
export const HELD_OUT_COUNT = 200;
