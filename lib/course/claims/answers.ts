/** What claims compute from a network's answers to a set of images. */
import { max } from 'd3-array';
import { answersOf, rowOf, type Scored } from '@/lib/metrics/classification';

/** The mean of something over all images. */
const meanOver = (count: number, of: (image: number) => number): number =>
  Array.from({ length: count }, (_, image) => of(image)).reduce((sum, value) => sum + value, 0) / count;

/** 1 for each image whose most probable class is the right one, 0 for the others. */
export const hitsOf = (scored: Scored): readonly number[] =>
  answersOf(scored).map((answer, image) => (answer === scored.labels[image] ? 1 : 0));

/** The share of images whose most probable class is the right one. */
export const accuracyOf = (scored: Scored): number => {
  const hits = hitsOf(scored);
  return meanOver(hits.length, (image) => hits[image]);
};

/** The mean probability of the most probable class. */
export const confidenceOf = (scored: Scored): number =>
  meanOver(scored.labels.length, (image) => max(rowOf(scored, image)) ?? 0);

/** The share of images with the same most probable class in both. */
export function agreementOf(one: Scored, other: Scored): number {
  const [before, after] = [answersOf(one), answersOf(other)];
  return meanOver(before.length, (image) => (before[image] === after[image] ? 1 : 0));
}

/**
 * The mean cross-entropy after all logits are divided by `temperature` (Guo et al. 2017). Softmax loses only what all
 * logits have in common, so the logarithms of the probabilities do for logits.
 */
export function lossAt(scored: Scored, temperature: number): number {
  const { labels } = scored;
  return meanOver(labels.length, (image) => {
    const cooled = Array.from(rowOf(scored, image), (p) => Math.log(Math.max(p, 1e-38)) / temperature);
    const most = Math.max(...cooled);
    const sum = cooled.reduce((total, logit) => total + Math.exp(logit - most), 0);
    return most + Math.log(sum) - cooled[labels[image]];
  });
}

/** The lowest loss that one temperature for all images can bring, to a hundredth of the temperature. */
export function calibratedLoss(scored: Scored): number {
  const tried = Array.from({ length: 500 }, (_, n) => lossAt(scored, 0.5 + n / 100));
  return Math.min(...tried);
}
