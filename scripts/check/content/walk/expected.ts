/** Which minutes each built page has to state, in the order in which they stand there. */
import { MODES } from '@/components/ways/modes/mode-ids';
import { allPageWorks } from '@/lib/shelf/page-works';
import type { Language } from '@/lib/site/languages';
import { durationOf, minutesOf, sumOf } from '@/lib/site/walk/count';
import { type PageWork, walkMinutes, walkWork } from '@/lib/site/walk/reading';

/** Pages by address, each with its minutes. */
export type Stated = ReadonlyMap<string, readonly number[]>;

const isLesson = (href: string) => href.startsWith('/stages/');

/** A lesson of the walk says how long it takes, its part of the walk, and, where this ends, the rest of it. */
const ofLesson = ({ whole, walk }: PageWork): readonly number[] => [
  minutesOf(whole),
  ...(walk ? [minutesOf(walk), Math.max(1, Math.round(durationOf(whole) - durationOf(walk)))] : []),
];

/** The minutes that each page states: its own, and those of the pages that it offers with theirs. */
export async function expectedMinutes(locale: Language): Promise<Stated> {
  const [pages, steps, walk] = await Promise.all([
    allPageWorks(locale),
    walkWork(locale),
    walkMinutes(locale),
  ]);
  const whole = new Map(pages.map((page) => [page.href, minutesOf(page.whole)]));
  const of = (href: string) => whole.get(href) ?? 0;
  const lessons = steps.filter(({ href }) => isLesson(href));
  const rooms = steps.filter(({ href }) => !isLesson(href)).map((step) => minutesOf(step.walk));
  const beside: Readonly<Record<string, readonly number[]>> = {
    '/': [walk.walk, walk.rest, minutesOf(sumOf(lessons.map((step) => step.walk))), ...rooms],
    '/modes/': [
      of('/modes/'),
      ...MODES.map((mode) => of(`/modes/${mode}/`)),
      of('/what-if/'),
      of('/faults/'),
    ],
    '/modes/trace/': [
      of('/modes/trace/'),
      ...pages.filter(({ href }) => isLesson(href)).map(({ href }) => of(href)),
    ],
    // In its head, and where it can be saved as a video.
    '/film/': [of('/film/'), of('/film/')],
  };
  return new Map(
    pages.map((page) => {
      const { href } = page;
      if (isLesson(href)) return [href, ofLesson(page)];
      return [href, beside[href] ?? [page.walk ? minutesOf(page.walk) : of(href)]];
    }),
  );
}
