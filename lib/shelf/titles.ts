/** What each network of the shelf is called, and how well it does: small enough for the head of every page. */
import { formatCount, formatPercent } from '@/lib/format/format';
import type { Subject } from '@/lib/network/subject';
import words from '@/words/shelf';
import facts from './facts.json';

export interface Title {
  /** The subject's id. */
  readonly id: string;
  readonly name: string;
  /** What it was trained on, as part of a sentence. */
  readonly trainedOn: string;
  /** What the images are called that it was trained on, where there is little room. */
  readonly set: string;
  /** How many images it was tested on that it was not trained on, and the share of them that it got right. */
  readonly test: { readonly images: number; readonly accuracy: number };
}

type Facts = (typeof facts)[keyof typeof facts];

const titled = (
  id: string,
  { trained, ...test }: Facts,
  name: string,
  trainedOn: (values: { count: string }) => string,
  set: string,
): Title => ({ id, name, trainedOn: trainedOn({ count: formatCount(trained) }), set, test });

/** In the order of the shelf. */
export const TITLES: readonly Title[] = [
  titled('drawings', facts.drawings, words.drawings(), words.onDrawings, words.emoji()),
  titled('photographs', facts.photographs, words.photographs(), words.onPhotographs, 'CIFAR-10'),
  titled('digits', facts.digits, words.digits(), words.onDigits, 'MNIST'),
];

/** What a subject's network is called: one of the shelf by its title, any other by its own name. */
export const titleOf = ({ id, architecture }: Pick<Subject, 'id' | 'architecture'>): string =>
  TITLES.find((title) => title.id === id)?.name ?? architecture.name;

/** How well it does, as part of a sentence. */
export const tested = ({ test }: Title): string =>
  words.tested({ share: formatPercent(test.accuracy), images: formatCount(test.images) });

/** What it was trained on, as part of a sentence. */
export const trainedOnSet = ({ set }: Title): string => words.onSet({ set });

/** What it was trained on and how well it does; what of that can be left out where there is hardly room is in `<of>`. */
export const inBrief = ({ set }: Title, accuracy: number): string =>
  words.brief({ set, share: formatPercent(accuracy) });
