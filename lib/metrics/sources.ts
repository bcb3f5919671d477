/**
 * How much the images of a set tell: a set may show each of its sources, such as a drawing, several times, turned, scaled
 * and tinted, and copies are no independent images. Every interval of the site counts by what stands here.
 */
import type { ImageCounts, PredictedSet } from '@/lib/network/subject';

/**
 * Which source of its class image `index` of a set shows: the classes come in rotation, and within a class its `sources`.
 * @returns 0 to sources − 1
 */
export const sourceAt = (index: number, classes: number, sources: number): number =>
  Math.floor(index / classes) % sources;

/**
 * Which source each image of a set shows: the same number, the same source.
 * @param byClass the number of sources of each class; absent where every image is a source of its own
 */
export function sourcesOf(labels: ArrayLike<number>, byClass?: readonly number[]): readonly number[] {
  const each = Array.from(labels);
  if (!byClass) return [...each.keys()];
  return each.map((label, index) => {
    const before = byClass.slice(0, label).reduce((sum, sources) => sum + sources, 0);
    return before + sourceAt(index, byClass.length, byClass[label]);
  });
}

/** The number of different sources that a set's images show: as many as there are images, where nothing else is known. */
export const sourceCount = (counts: ImageCounts, set: PredictedSet): number =>
  counts.sources?.[set]?.reduce((sum, sources) => sum + sources, 0) ?? counts[set] ?? 0;

/**
 * The standard error of a share of right answers, counted on `sources` independent images: differences below it mean
 * nothing. Copies of one source are taken to be right or wrong together, so it is rather too large than too small; where
 * every answer is at hand, `clusteredMean` tells how much they really are. At least that of one source in the set, so that
 * 0 and 100 % do not count as certain.
 */
export const standardError = (share: number, sources: number): number =>
  Math.max(Math.sqrt((share * (1 - share)) / sources), 1 / sources);
