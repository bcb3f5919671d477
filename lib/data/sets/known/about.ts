/** What is known of well-known sets: where they are from, their terms, and their weaknesses, each with its source. */
import { formatCount, formatPercent, formatWholePercent } from '@/lib/format/format';
import words from '@/words/known-sets';
import type { SetCard } from '../take/card';
import type { KnownSet } from './published';

/** A weakness of a set that somebody has found. */
export interface KnownWeakness {
  readonly sentence: string;
  /** Who found it, and where that can be read. */
  readonly source: string;
  readonly href: string;
}

const TEST_IMAGES = 10_000;

const NEAR_DUPLICATES = { source: 'Barz and Denzler 2020', href: 'https://doi.org/10.3390/jimaging6060041' };
const duplicates = (share: string): KnownWeakness => ({
  ...NEAR_DUPLICATES,
  sentence: words.duplicates({ share }),
});

const LABEL_ERRORS = {
  source: 'Northcutt, Athalye and Mueller 2021',
  href: 'https://arxiv.org/abs/2103.14749',
};
const labels = (count: number): KnownWeakness => ({
  ...LABEL_ERRORS,
  sentence: words.labels({ count: formatCount(count), of: formatCount(TEST_IMAGES) }),
});

const TINY_IMAGES: KnownWeakness = {
  sentence: words.tinyImages(),
  source: 'Torralba, Fergus and Freeman 2020',
  href: 'https://groups.csail.mit.edu/vision/TinyImages/',
};

const FASHION = {
  source: 'Xiao, Rasul and Vollgraf 2017',
  href: 'https://github.com/zalandoresearch/fashion-mnist',
};

const WEAKNESSES: Readonly<Record<KnownSet, readonly KnownWeakness[]>> = {
  cifar10: [duplicates(formatPercent(0.033)), labels(54), TINY_IMAGES],
  cifar100: [duplicates(formatWholePercent(0.1)), labels(585), TINY_IMAGES],
  mnist: [labels(15), { ...FASHION, sentence: words.easy({ share: formatPercent(0.997) }) }],
  fashionMnist: [
    { ...FASHION, sentence: words.people({ share: formatPercent(0.835), count: formatCount(1000) }) },
  ],
  kmnist: [
    {
      sentence: words.tenCharacters(),
      source: 'Clanuwat et al. 2018',
      href: 'https://github.com/rois-codh/kmnist',
    },
  ],
};

/** The weaknesses of a set that was recognised; none of one that wasn't. */
export const knownWeaknesses = (set: KnownSet | undefined): readonly KnownWeakness[] =>
  set ? WEAKNESSES[set] : [];

/** The card of a well-known set, which its reader may change. */
export const cardOfKnown = (set: KnownSet): SetCard => ({
  source: words[`${set}Source`](),
  licence: words[`${set}Licence`](),
});
