import { shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';
import type { DataSet } from '@/lib/network/subject';
import type { Sample } from './sample';

/**
 * The samples to choose from: for each class one by an artist of the training set and one by an artist of the
 * test set, first all of the former, then all of the latter, and after them all photographs. The data set’s first sample
 * and the requested one are always included. The same seed (0..1) gives the same choice.
 */
export function chooseSamples(
  all: readonly Sample[],
  { classes, first }: Pick<DataSet, 'classes' | 'first'>,
  seed: number,
  wanted?: string,
): readonly Sample[] {
  const photographs = all.filter(({ photograph }) => photograph);
  const shuffled = shuffler(randomLcg(seed))(all.filter(({ photograph }) => !photograph));
  const rank = ({ id }: Sample) => (id === wanted ? 2 : id === first.id ? 1 : 0);
  // A network from elsewhere may have other classes than all samples: then those of every label are shown.
  const there = new Set(all.map(({ label }) => label));
  const known = classes.filter((label) => there.has(label));
  const labels = known.length > 0 ? known : there;
  const chosen: Sample[] = [];
  for (const heldOut of [false, true]) {
    // A learner's own set may have thousands, of a hundred classes.
    const half = shuffled.filter((sample) => sample.heldOut === heldOut);
    for (const label of labels) {
      const fitting = half.filter((sample) => sample.label === label);
      fitting.sort((a, b) => rank(b) - rank(a));
      // Where the default and the requested one compete for one place, both are shown.
      chosen.push(...fitting.filter((sample, place) => place === 0 || rank(sample) > 0));
    }
  }
  return [...chosen, ...photographs];
}
