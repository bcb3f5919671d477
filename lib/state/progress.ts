import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import type { ProblemId } from '@/lib/challenges/ids';
import {
  afterAttempt,
  afterHint,
  joinedStandings,
  type Standings,
  StandingsSchema,
  UNTRIED,
} from '@/lib/challenges/standing';
import { ok, type Result } from '@/lib/result';
import words from '@/words/kept';
import { readVersioned } from './kept-file';
import { notices } from './notices';

const KEY = 'progress';
const VERSION = 1;
const ids = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(500));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** By what the questions are about: a stage's id, or a topic of the quiz. */
const questions = v.record(v.pipe(v.string(), v.maxLength(64)), v.object({ met: count, right: count }));
const Kept = v.object({
  version: v.literal(VERSION),
  read: ids,
  modes: v.optional(ids, []),
  questions: v.optional(questions, {}),
  challenges: v.optional(StandingsSchema, {}),
});

/** What the learner has done. */
export interface Done {
  /** The lessons whose question was answered, by stage id. */
  readonly read: readonly string[];
  /** The ways to learn that were marked as done. */
  readonly modes: readonly string[];
  /** The questions that were met, in lessons, figures, quiz and cards, and those answered right, by their topic. */
  readonly questions: Readonly<Record<string, Score>>;
  /** How far the problems of the challenge that were tried have come. */
  readonly challenges: Standings;
}

/** How many questions were met, and how many of them were answered right. */
export interface Score {
  readonly met: number;
  readonly right: number;
}

export interface ProgressState extends Done {
  markRead(stage: string): void;
  markMode(mode: string, done: boolean): void;
  /** A question on a topic was answered, or its answer told. */
  markAnswer(topic: string, right: boolean): void;
  /** An answer to a problem of the challenge was judged. */
  markAttempt(problem: ProblemId, right: boolean): void;
  /** One more hint of so many was taken. */
  markHint(problem: ProblemId, there: number): void;
}

const NOTHING: Done = { read: [], modes: [], questions: {}, challenges: {} };
const NONE: Score = { met: 0, right: 0 };

function parsed(text: string | null): Result<Done> {
  const read = readVersioned(Kept, VERSION, 'progress', text);
  if (!read.ok) return read;
  const { version: _version, ...done } = read.value;
  return ok(done);
}

const written = ({ read, modes, questions, challenges }: Done): string =>
  JSON.stringify({ version: VERSION, read, modes, questions, challenges });

function keep(done: Done): void {
  try {
    localStorage.setItem(KEY, written(done));
  } catch {
    notices.getState().say(words.noProgress());
  }
}

/** How far the learner has come. Empty until {@link restoreProgress}, so that server and first paint agree. */
export const progress = createStore<ProgressState>()((set, get) => ({
  ...NOTHING,
  markRead(stage) {
    const { read } = get();
    if (read.includes(stage)) return;
    set({ read: [...read, stage] });
    keep(get());
  },
  markMode(mode, done) {
    const others = get().modes.filter((one) => one !== mode);
    set({ modes: done ? [...others, mode] : others });
    keep(get());
  },
  markAnswer(topic, right) {
    const { questions } = get();
    const { met, right: before } = questions[topic] ?? NONE;
    set({ questions: { ...questions, [topic]: { met: met + 1, right: before + (right ? 1 : 0) } } });
    keep(get());
  },
  markAttempt(problem, right) {
    const { challenges } = get();
    set({ challenges: { ...challenges, [problem]: afterAttempt(challenges[problem] ?? UNTRIED, right) } });
    keep(get());
  },
  markHint(problem, there) {
    const { challenges } = get();
    set({ challenges: { ...challenges, [problem]: afterHint(challenges[problem] ?? UNTRIED, there) } });
    keep(get());
  },
}));

/** Takes up what this browser kept. */
export function restoreProgress(): void {
  try {
    const kept = parsed(localStorage.getItem(KEY));
    if (kept.ok) progress.setState(kept.value);
  } catch {
    // Nothing was kept.
  }
}

/** The progress as a file's text. */
export const progressFile = (): string => written(progress.getState());

/** Takes up progress from a file's text, beside what was there. A file that can't be read changes nothing. */
export function openProgress(text: string): Result<void> {
  const read = parsed(text);
  if (!read.ok) return read;
  const now = progress.getState();
  const joined = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];
  progress.setState({
    read: joined(now.read, read.value.read),
    modes: joined(now.modes, read.value.modes),
    questions: fuller(now.questions, read.value.questions),
    challenges: joinedStandings(now.challenges, read.value.challenges),
  });
  keep(progress.getState());
  return ok(undefined);
}

/** Of each topic the score with more questions: read twice, a file must not count twice. */
function fuller(now: Done['questions'], read: Done['questions']): Done['questions'] {
  const more = Object.entries(read).filter(([topic, { met }]) => met > (now[topic] ?? NONE).met);
  return { ...now, ...Object.fromEntries(more) };
}

/** All questions together. */
export const scoreOf = (questions: Done['questions']): Score =>
  Object.values(questions).reduce(
    (all, { met, right }) => ({ met: all.met + met, right: all.right + right }),
    NONE,
  );

/** Forgets all progress. */
export function wipeProgress(): void {
  progress.setState(NOTHING);
  keep(NOTHING);
}
