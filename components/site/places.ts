import { referencePipeline } from '@/lib/course/reference';
import { STAGE_PAGE } from '@/lib/store/subject/stage-address';
import words from '@/words/site';

/** A step of the walk; related pages share one. */
export interface Room {
  readonly href: string;
  readonly word: string;
  /** The prefixes of its pages' addresses. */
  readonly below: readonly string[];
  /** The prefixes of its own lessons' addresses; the related pages are not among them. */
  readonly lessons?: readonly string[];
}

const LESSONS = ['/stages/', STAGE_PAGE];

/** The walk, in order. */
export const ROOMS: readonly Room[] = [
  {
    href: `/stages/${referencePipeline.stages[0].id}/`,
    below: LESSONS,
    lessons: LESSONS,
    word: words.lessons(),
  },
  {
    href: '/trace/',
    below: ['/trace/', '/film/', '/backward/', '/what-if/', '/see/', '/space/'],
    word: words.trace(),
  },
  { href: '/train/', below: ['/train/', '/faults/'], word: words.train() },
  { href: '/epochs/', below: ['/epochs/'], word: words.epochs() },
  { href: '/quiz/', below: ['/quiz/'], word: words.quiz() },
  { href: '/insight/', below: ['/insight/'], word: words.insight() },
];

/** The step of the walk that a page belongs to. */
export const roomOf = (path: string): Room | undefined =>
  ROOMS.find(({ below }) => below.some((start) => path.startsWith(start)));
