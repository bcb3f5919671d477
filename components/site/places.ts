import { referencePipeline } from '@/lib/pipeline/reference';

/** A page, as links name it. */
export interface Place {
  readonly href: string;
  readonly word: string;
}

/** A place of the walk; the pages that belong together share one. */
export interface Room extends Place {
  /** What the addresses of its pages begin with. */
  readonly below: readonly string[];
  readonly pages?: readonly Place[];
}

/** The walk, in its order. */
export const ROOMS: readonly Room[] = [
  { href: `/stages/${referencePipeline.stages[0].id}/`, below: ['/stages/'], word: 'Lessons' },
  {
    href: '/trace/',
    below: ['/trace/', '/backward/', '/what-if/', '/see/'],
    word: 'Trace',
    pages: [
      { href: '/trace/', word: 'The prediction' },
      { href: '/backward/', word: 'The way back' },
      { href: '/what-if/', word: 'What if' },
      { href: '/see/', word: 'What it sees' },
    ],
  },
  {
    href: '/train/',
    below: ['/train/', '/faults/'],
    word: 'Train',
    pages: [
      { href: '/train/', word: 'Train it' },
      { href: '/faults/', word: 'Find the fault' },
    ],
  },
  { href: '/epochs/', below: ['/epochs/'], word: 'Epochs' },
  { href: '/quiz/', below: ['/quiz/'], word: 'Quiz' },
  { href: '/insight/', below: ['/insight/'], word: 'Insight' },
];

/** The place of the walk that a page belongs to. */
export const roomOf = (path: string): Room | undefined =>
  ROOMS.find(({ below }) => below.some((start) => path.startsWith(start)));
