import type { TaskName } from './tasks';

/** The walk: its pages in order. Of a lesson it is the part before `<Rest />`. */
export const WALK = [
  '/stages/input/',
  '/stages/conv1/',
  '/stages/pool1/',
  '/stages/output/',
  '/trace/',
  '/train/',
  '/epochs/',
  '/quiz/',
  '/insight/',
] as const;

export type WalkPage = (typeof WALK)[number];

/** What is read and done on a page: messages by file, and tasks by how often. */
export interface PagePlan {
  readonly read: Readonly<Record<string, readonly string[]>>;
  /** The terms of the glossary are read, too. */
  readonly glossary?: true;
  readonly tasks: Partial<Readonly<Record<TaskName, number>>>;
}

/** A page that is no text in MDX: what the walk asks for there, and what else the page offers. */
interface Plans {
  readonly walk?: PagePlan;
  readonly rest?: PagePlan;
}

/** The eight layers of the prediction, the ten epochs, and a round of the quiz. */
const [LAYERS, QUESTIONS] = [8, 3];
/** The tables of the credits. */
const CREDITS = 4;

export const PLANS: Readonly<Record<string, Plans>> = {
  '/': {
    rest: {
      read: { home: ['title', 'lead', 'thisImage', 'answer', 'walk', 'minutes'] },
      tasks: { press: 1, look: 1 },
    },
  },
  '/trace/': {
    walk: {
      read: {
        trace: ['title', 'intro'],
        summary: ['input', 'conv', 'pool', 'conv', 'pool', 'flatten', 'dense', 'answer'],
      },
      tasks: { layer: LAYERS },
    },
    rest: { read: {}, tasks: { explore: LAYERS } },
  },
  '/train/': {
    walk: { read: { train: ['heading', 'intro', 'invitation'] }, tasks: { press: 1, watch: 1 } },
    rest: {
      read: { train: ['learned', 'learnedShares', 'learnedClasses'] },
      tasks: { setUp: 1, explore: 3 },
    },
  },
  '/epochs/': {
    walk: { read: { epochs: ['title', 'terms', 'gap', 'few'] }, tasks: { look: 1, explore: 1 } },
    rest: { read: {}, tasks: { question: 1, explore: 6 } },
  },
  '/quiz/': { walk: { read: { quiz: ['title', 'intro'] }, tasks: { question: QUESTIONS } } },
  '/insight/': {
    walk: {
      read: {
        insight: ['title', 'intro', 'growText', 'jobsText', 'convJob', 'poolJob', 'denseJob', 'summary'],
      },
      tasks: { look: 2 },
    },
    rest: { read: {}, tasks: { explore: 2 } },
  },
  '/backward/': {
    rest: { read: { backward: ['title', 'intro', 'pass', 'weight'] }, tasks: { explore: 6, look: 6 } },
  },
  '/what-if/': {
    rest: {
      read: { 'what-if': ['title', 'intro', 'follows'], failures: ['title', 'intro'] },
      tasks: { setUp: 1, explore: 7 },
    },
  },
  '/space/': {
    rest: { read: { space: ['title', 'intro', 'links', 'field'] }, tasks: { look: 2, explore: 6 } },
  },
  '/see/': { rest: { read: { see: ['title', 'intro'] }, tasks: { explore: 12 } } },
  '/faults/': { rest: { read: { faults: ['title', 'intro'] }, tasks: { question: 5, explore: 10 } } },
  '/modes/': { rest: { read: { modes: ['title', 'intro'] }, tasks: { look: 6 } } },
  '/networks/': {
    rest: {
      read: {
        networks: ['title', 'intro', 'data', 'drawings', 'photographs', 'digits'],
        outside: ['title', 'intro', 'why'],
      },
      tasks: { look: 6 },
    },
  },
  '/build/': { rest: { read: { build: ['title', 'intro', 'data'] }, tasks: { setUp: 4 } } },
  '/open/': {
    rest: { read: { 'open-network': ['title', 'intro', 'formats', 'data'] }, tasks: { setUp: 1, look: 6 } },
  },
  '/data/': {
    rest: { read: { 'data-page': ['title', 'intro', 'formats', 'shippedIntro'] }, tasks: { setUp: 3 } },
  },
  '/take-home/': {
    rest: {
      read: { 'take-home': ['title', 'intro'], 'subject-file': ['title', 'intro'] },
      tasks: { look: 6, press: 6 },
    },
  },
  '/glossary/': { rest: { read: { glossary: ['title', 'intro'] }, glossary: true, tasks: {} } },
  '/credits/': {
    rest: { read: { credits: ['title', 'intro', 'howMade', 'views'] }, tasks: { look: CREDITS } },
  },
};
