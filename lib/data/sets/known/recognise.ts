/** Tells by its classes and counts whether a set is a well-known one. */
import { CIFAR_10, CIFAR_100 } from '../cifar/classes';
import { countsOf, type LabelledSet } from '../labelled-set';
import type { KnownSet } from './published';

/** The numbers of images of each digit: no other set has the same ten by chance. */
const MNIST_COUNTS: readonly (readonly number[])[] = [
  [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
  [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009],
];
/** Each class of CIFAR has as many images in the training set, and in the test set. */
const CIFAR_COUNTS = { cifar10: [5000, 1000], cifar100: [500, 100] } as const;
/** A file of CIFAR-10 has as many; those of the training set don't have as many of each class. */
const BATCH = 10_000;
const SIDE = 28;

const same = (one: readonly unknown[], other: readonly unknown[]) => one.join('\n') === other.join('\n');

/**
 * The well-known set that a set is, or is a published part of: its training or its test images. By the classes' names and the
 * number of images of each class, which stay when an archive is packed anew or images are scaled.
 */
export function recognised(
  set: Pick<LabelledSet, 'classes' | 'form' | 'shape' | 'labels' | 'splits' | 'count'>,
): KnownSet | null {
  const { classes, form, shape, count } = set;
  const counts = countsOf(set);
  const isEach = (most: readonly number[]) =>
    counts.some((split) => most.some((each) => split.every((own) => own === each)));
  if (same(classes, CIFAR_10))
    return isEach(CIFAR_COUNTS.cifar10) || (form === 'cifar10' && count % BATCH === 0) ? 'cifar10' : null;
  if (same(classes, CIFAR_100)) return isEach(CIFAR_COUNTS.cifar100) ? 'cifar100' : null;
  const isDigits = shape[0] === SIDE && shape[1] === SIDE && shape[2] === 1;
  const isMnist = counts.some((split) => MNIST_COUNTS.some((known) => same(known, split)));
  return isDigits && isMnist ? 'mnist' : null;
}
