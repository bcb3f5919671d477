import { calibrationOf } from '@/lib/metrics/calibration';
import { againstRest, answersOf, ratesOf, type Scored } from '@/lib/metrics/classification';
import type { ShelfFigures } from '@/lib/shelf/figures';

/** Enough to draw with, and no more. */
const rounded = (value: number): number => Number(value.toFixed(5));
/** JSON has no NaN: where nothing is there to divide by stands null. */
const share = (value: number): number | null => (Number.isNaN(value) ? null : rounded(value));

/** What a network's answers to a set of images come to. */
export function figuresOf(scored: Scored): ShelfFigures {
  const { labels, classes } = scored;
  const answers = answersOf(scored);
  const confusion = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (const [image, answer] of answers.entries()) confusion[labels[image]][answer]++;
  const { bins, error } = calibrationOf(scored);
  const right = confusion.reduce((sum, row, at) => sum + row[at], 0);
  return {
    images: answers.length,
    accuracy: rounded(right / answers.length),
    confusion,
    rates: confusion.map((_, target) => {
      const { precision, recall, f1 } = ratesOf(
        againstRest(labels, target, (image) => answers[image] === target),
      );
      return { precision: share(precision), recall: share(recall), f1: share(f1) };
    }),
    calibration: {
      error: rounded(error),
      bins: bins.map(({ from, to, images, confidence, accuracy }) => ({
        from,
        to,
        images: images.length,
        confidence: share(confidence),
        accuracy: share(accuracy),
      })),
    },
  };
}
