/* The learner's progress. Written only here: by its actions, and by what this browser stores of it. */
import { type Standing, UNTRIED } from '@/lib/challenges/standing';
import words from '@/words/kept';
import { keepIn } from '../kept/kept';
import { late } from '../kept/late';
import { ownedStore } from '../owned-store';
import { type Done, MOST_MET, type Score, VERSION } from './done';

export interface ProgressState extends Done {
  markRead(stage: string): void;
  markMode(mode: string, done: boolean): void;
  /** A question on a topic was answered, or its answer revealed. */
  markAnswer(topic: string, right: boolean): void;
  /** Changes the standing of a challenge problem. */
  changeStanding(problem: string, next: (now: Standing) => Standing): void;
}

const NOTHING: Done = { read: [], modes: [], questions: {}, challenges: {} };
export const NO_QUESTIONS: Score = { met: 0, right: 0 };

const oneMore = ({ met, right }: Score, isRight: boolean): Score =>
  met < MOST_MET ? { met: met + 1, right: right + (isRight ? 1 : 0) } : { met, right };

/**
 * The learner's progress in the current subject. Empty until {@link restoreProgress}, so that server and
 * first paint agree.
 */
const [progress, write] = ownedStore<ProgressState>({
  ...NOTHING,
  markRead: (stage) => change((now) => ({ ...now, read: [...new Set([...now.read, stage])] })),
  markMode: (mode, done) =>
    change((now) => {
      const others = now.modes.filter((one) => one !== mode);
      return { ...now, modes: done ? [...others, mode] : others };
    }),
  markAnswer: (topic, right) =>
    change((now) => {
      const score = oneMore(now.questions[topic] ?? NO_QUESTIONS, right);
      return { ...now, questions: { ...now.questions, [topic]: score } };
    }),
  changeStanding: (problem, next) =>
    change((now) => {
      const standing = next(now.challenges[problem] ?? UNTRIED);
      return { ...now, challenges: { ...now.challenges, [problem]: standing } };
    }),
});

export { progress };

/** What reads stored progress: loaded only where there is some. */
const reader = late(async () => (await import('./progress-form')).readProgress);

/** Provides what reads stored progress where it is loaded anyway, so that nothing waits for it. */
export const provideReader = reader.provide;

const kept = keepIn<Done>(write, {
  key: 'progress',
  version: VERSION,
  reader: reader.get,
  empty: NOTHING,
  notKept: () => words.noProgress(),
});

/** Changes the progress in the current subject, or in the named one, here and in this browser's storage. */
export const change = kept.change;

/** Loads what this browser has stored, and follows the changes of other tabs. */
export const restoreProgress = kept.restore;

/** The progress in every subject, by the subject's id. */
export const allProgress = kept.all;

/** Deletes all progress in the current subject. */
export const deleteProgress = (): void => change(() => NOTHING);
