import { ROOMS } from '@/components/site/places';
import layout from '@/words/layout';
import site from '@/words/site';
import words from '@/words/site-map';

/** A page, and in one line what it is for. */
export interface PageLine {
  readonly href: string;
  readonly word: string;
  readonly line: string;
  /** How long it takes; in the group of the walk, the part that belongs to the walk. */
  readonly minutes?: number;
  /** The prefixes of the addresses that belong to it, where there are others than its own. */
  readonly below?: readonly string[];
}

export interface PageGroup {
  readonly title: string;
  readonly pages: readonly PageLine[];
}

/** Minutes, by the address of a page: of the whole page, of its part of the walk, and of the whole walk; and its lessons. */
export interface Minutes {
  readonly all: Readonly<Record<string, number>>;
  readonly walk: Readonly<Record<string, number>>;
  readonly total: number;
  /** The number of lessons on the walk, and of all. */
  readonly lessons: { readonly walk: number; readonly all: number };
}

/** A way to learn, as the menu shows it. */
export interface WayLine {
  readonly mode: string;
  readonly title: string;
  readonly summary: string;
}

const roomLines = ({ lessons }: Minutes) => [
  words.lessonsLine({ count: lessons.walk, of: lessons.all }),
  words.traceLine(),
  words.trainLine(),
  words.epochsLine(),
  words.quizLine(),
  words.insightLine(),
];

/** Every page of the site, in groups, with how long it takes. */
export const groupsOf = (ways: readonly WayLine[], minutes: Minutes): readonly PageGroup[] =>
  groups(ways, minutes).map(({ title, pages }, at) => ({
    title,
    pages: pages.map((page) => ({
      ...page,
      minutes: (at === 0 && minutes.walk[page.href]) || minutes.all[page.href],
    })),
  }));

const groups = (ways: readonly WayLine[], minutes: Minutes): readonly PageGroup[] => [
  {
    title: words.walk({ minutes: minutes.total }),
    pages: [
      { href: '/', word: words.home(), line: words.homeLine() },
      ...ROOMS.map(({ href, word, lessons }, at) => ({
        href,
        word,
        line: roomLines(minutes)[at],
        below: lessons,
      })),
    ],
  },
  {
    title: words.closer(),
    pages: [
      { href: '/film/', word: site.film(), line: words.filmLine() },
      { href: '/space/', word: site.space(), line: words.spaceLine() },
      { href: '/backward/', word: site.backward(), line: words.backwardLine() },
      { href: '/what-if/', word: site.whatIf(), line: words.whatIfLine() },
      { href: '/see/', word: site.sees(), line: words.seesLine() },
      { href: '/faults/', word: site.fault(), line: words.faultLine() },
    ],
  },
  {
    title: words.ways({ count: ways.length }),
    pages: [
      ...ways.map(({ mode, title, summary }) => ({ href: `/modes/${mode}/`, word: title, line: summary })),
      { href: '/modes/', word: words.progress(), line: words.progressLine() },
    ],
  },
  {
    title: words.networks(),
    pages: [
      { href: '/networks/', word: layout.networks(), line: words.networksLine() },
      { href: '/build/', word: layout.build(), line: words.buildLine() },
      { href: '/open/', word: words.open(), line: words.openLine() },
      { href: '/data/', word: words.data(), line: words.dataLine() },
      { href: '/take-home/', word: layout.takeHome(), line: words.takeHomeLine() },
    ],
  },
  {
    title: words.about(),
    pages: [
      { href: '/glossary/', word: layout.glossary(), line: words.glossaryLine() },
      { href: '/credits/', word: layout.credits(), line: words.creditsLine() },
    ],
  },
];

/** Whether an address belongs to a page. */
export const isAt = (path: string, { href, below }: PageLine): boolean =>
  path === href || (below?.some((start) => path.startsWith(start)) ?? false);
