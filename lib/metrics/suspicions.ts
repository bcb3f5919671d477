/** What a network's predictions say about its classes and about the labels of the images. */
import { mean, range } from 'd3-array';
import { answersOf, rowOf, type Scored } from './classification';

/** One suspicion, with the images that show it, by their index in the set. */
export type Suspicion =
  /** A class that is never predicted, though there are images of it. */
  | { readonly kind: 'collapsed'; readonly unit: number; readonly images: readonly number[] }
  /** Labels that the network contradicts with more confidence than it usually has in the class it names. */
  | { readonly kind: 'labels'; readonly images: readonly number[] };

/** A class with fewer images may go unpredicted by chance. */
const LEAST = 3;

/**
 * Images whose label may be wrong, the most doubtful first. By confident learning (Northcutt, Jiang and Chuang 2021,
 * arXiv:1911.00068): the network gives another class at least the probability that it gives that class on average on
 * the class's own images, and none more.
 */
export function doubtfulLabels(scored: Scored): readonly number[] {
  const { labels, classes } = scored;
  const images = range(labels.length);
  const usual = range(classes).map(
    (unit) =>
      mean(
        images.filter((image) => labels[image] === unit),
        (image) => rowOf(scored, image)[unit],
      ) ?? Number.POSITIVE_INFINITY,
  );
  const answers = answersOf(scored);
  const margin = (image: number) =>
    rowOf(scored, image)[answers[image]] - rowOf(scored, image)[labels[image]];
  return images
    .filter(
      (image) =>
        answers[image] !== labels[image] && rowOf(scored, image)[answers[image]] >= usual[answers[image]],
    )
    .sort((a, b) => margin(b) - margin(a));
}

/** Everything suspicious about a network's predictions for a set, the gravest first. */
export function suspicionsOf(scored: Scored): readonly Suspicion[] {
  const answered = new Set(answersOf(scored));
  const found: Suspicion[] = [];
  for (const unit of range(scored.classes)) {
    const images = range(scored.labels.length).filter((image) => scored.labels[image] === unit);
    if (images.length >= LEAST && !answered.has(unit)) found.push({ kind: 'collapsed', unit, images });
  }
  const images = doubtfulLabels(scored);
  if (images.length > 0) found.push({ kind: 'labels', images });
  return found;
}
