import { ascending, range, shuffler } from 'd3-array';
import { imagesOf, type LabelledImages } from '@/lib/data/data-set';
import { inFull, type TrainingSettings } from '@/lib/network/settings';
import { streamOf } from './streams';

/**
 * The indices of the training images that a run uses: the first of each class in turn, as many as are set, in
 * the order of the set.
 */
export function usedImages(labels: ArrayLike<number>, settings: TrainingSettings): readonly number[] {
  const { images, leftOut } = inFull(settings);
  const all = range(labels.length).filter((place) => labels[place] !== leftOut);
  const wanted = Math.min(images ?? all.length, all.length);
  if (wanted === all.length) return all;
  const met = new Map<number, number>();
  const turns = all.map((place) => {
    const turn = met.get(labels[place]) ?? 0;
    met.set(labels[place], turn + 1);
    return turn;
  });
  // A stable sort: within a turn the classes keep the order of the set.
  return all
    .toSorted((a, b) => turns[a] - turns[b])
    .slice(0, wanted)
    .sort(ascending);
}

/**
 * The training images of a run: as many as are set, without a class that is left out, some with a wrong
 * label.
 */
export function trainedSet(
  training: LabelledImages,
  settings: TrainingSettings,
  classes: number,
): LabelledImages {
  const used = usedImages(training.labels, settings);
  const whole = used.length === training.count;
  const pixels = whole ? training.pixels : imagesOf(training, used);
  const labels = used.map((place) => training.labels[place]);
  return { count: used.length, shape: training.shape, pixels, labels: withNoise(labels, settings, classes) };
}

/** Replaces a share of the labels, drawn from the run's seed, each by a different class. */
function withNoise(labels: readonly number[], settings: TrainingSettings, classes: number): Uint16Array {
  const { labelNoise, seed } = inFull(settings);
  const noisy = Uint16Array.from(labels);
  const random = streamOf(seed, 'labels');
  const wrong = shuffler(random)(range(labels.length)).slice(0, Math.round(labelNoise * labels.length));
  for (const at of wrong) noisy[at] = (labels[at] + 1 + Math.floor(random() * (classes - 1))) % classes;
  return noisy;
}

/** Whether all labels are the same, so that there is nothing to learn. */
export const oneClass = (labels: ArrayLike<number>): boolean => new Set(Array.from(labels)).size < 2;
