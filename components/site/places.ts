import { referencePipeline } from '@/lib/course/reference';
import { STAGE_PAGE } from '@/lib/site/stage-address';
import words from '@/words/site';

/** A page as a link target. */
export interface Place {
  readonly href: string;
  readonly word: string;
}

/** A step of the walk; related pages share one. */
export interface Room extends Place {
  /** The prefixes of its pages' addresses. */
  readonly below: readonly string[];
  readonly pages?: readonly Place[];
}

/** The walk, in order. */
export const ROOMS: readonly Room[] = [
  {
    href: `/stages/${referencePipeline.stages[0].id}/`,
    below: ['/stages/', STAGE_PAGE],
    word: words.lessons(),
  },
  {
    href: '/trace/',
    below: ['/trace/', '/backward/', '/what-if/', '/see/'],
    word: words.trace(),
    pages: [
      { href: '/trace/', word: words.prediction() },
      { href: '/backward/', word: words.wayBack() },
      { href: '/what-if/', word: words.whatIf() },
      { href: '/see/', word: words.sees() },
    ],
  },
  {
    href: '/train/',
    below: ['/train/', '/faults/'],
    word: words.train(),
    pages: [
      { href: '/train/', word: words.trainIt() },
      { href: '/faults/', word: words.fault() },
    ],
  },
  { href: '/epochs/', below: ['/epochs/'], word: words.epochs() },
  { href: '/quiz/', below: ['/quiz/'], word: words.quiz() },
  { href: '/insight/', below: ['/insight/'], word: words.insight() },
];

/** The step of the walk that a page belongs to. */
export const roomOf = (path: string): Room | undefined =>
  ROOMS.find(({ below }) => below.some((start) => path.startsWith(start)));
