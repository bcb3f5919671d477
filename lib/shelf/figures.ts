import * as v from 'valibot';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** Null where nothing is there to divide by. */
const maybe = v.nullable(share);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How a network of the shelf does on test images that can't be shipped: `figures.json` beside its weights. */
export const figuresSchema = v.object({
  images: count,
  accuracy: share,
  /** [class, answer]: how many test images of the class were answered so. */
  confusion: v.array(v.array(count)),
  /** Of each class against all others, as `lib/metrics/classification.ts` has them. */
  rates: v.array(v.object({ precision: maybe, recall: maybe, f1: maybe })),
  /** As `lib/metrics/calibration.ts` has it. */
  calibration: v.object({
    error: share,
    bins: v.array(v.object({ from: share, to: share, images: count, confidence: maybe, accuracy: maybe })),
  }),
});

export type ShelfFigures = v.InferOutput<typeof figuresSchema>;
