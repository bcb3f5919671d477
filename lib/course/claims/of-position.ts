/** What a shift of the image changes. */
import { mean } from 'd3-array';
import type { MapShape } from '@/lib/tensor/tensor';
import { editImage, UNADJUSTED } from '@/lib/what-if/image-edits';
import { accuracyOf, agreementOf } from './answers';
import { type Claim, type Measured, ONE_IMAGE } from './claim';

/** Down, up, right, left. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Answers to all test images, moved by `pixels` in each direction; beyond its edge an image is extended by its edge pixels. */
function moved(measured: Measured, pixels: number) {
  const [height, width, channels] = measured.architecture.input;
  const shape: MapShape = [height, width, channels];
  return Promise.all(
    DIRECTIONS.map(([rows, columns]) => {
      const adjust = { ...UNADJUSTED, down: rows * pixels, right: columns * pixels };
      return measured.predict('test', {
        image: (image) => editImage(image, shape, [{ kind: 'adjust', seed: 1, ...adjust }]),
      });
    }),
  );
}

const claim = (holds: readonly [number, number], measure: Claim['measure']): Claim => ({
  on: ['test'],
  form: 'percent',
  tolerance: ONE_IMAGE,
  holds,
  measure,
});

/** The share of answers that a shift changes, the mean of the four directions. */
const changedBy = (pixels: number, holds: readonly [number, number]): Claim =>
  claim(holds, async (measured) => {
    const before = await measured.predict('test');
    return mean(await moved(measured, pixels), (after) => 1 - agreementOf(before, after)) ?? Number.NaN;
  });

const accuracyBy = (pixels: number, holds: readonly [number, number]): Claim =>
  claim(holds, async (measured) => mean(await moved(measured, pixels), accuracyOf) ?? Number.NaN);

export const POSITION_CLAIMS = {
  shift1Changed: changedBy(1, [0.02, 0.15]),
  shift2Changed: changedBy(2, [0.05, 0.2]),
  shift4Changed: changedBy(4, [0.15, 0.35]),
  shift8Changed: changedBy(8, [0.35, 0.6]),
  shift8Accuracy: accuracyBy(8, [0.3, 0.55]),
} satisfies Record<string, Claim>;
