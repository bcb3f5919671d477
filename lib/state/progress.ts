import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import type { ProblemId } from '@/lib/challenges/ids';
import { type Standing, type Standings, StandingsSchema } from '@/lib/challenges/standing-schema';
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
  /** A problem of the challenge has come further. */
  markStanding(problem: ProblemId, standing: Standing): void;
}

const NOTHING: Done = { read: [], modes: [], questions: {}, challenges: {} };
export const NO_QUESTIONS: Score = { met: 0, right: 0 };

/** Reads progress as it is kept here and in files. */
export function parsedProgress(text: string | null): Result<Done> {
  const read = readVersioned(Kept, VERSION, 'progress', text);
  if (!read.ok) return read;
  const { version: _version, ...done } = read.value;
  return ok(done);
}

/** Progress as it is kept here and in files. */
export const writtenProgress = ({ read, modes, questions, challenges }: Done): string =>
  JSON.stringify({ version: VERSION, read, modes, questions, challenges });

/** Keeps progress in this browser; where that can't be, it is told. */
export function keepProgress(done: Done): void {
  try {
    localStorage.setItem(KEY, writtenProgress(done));
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
    keepProgress(get());
  },
  markMode(mode, done) {
    const others = get().modes.filter((one) => one !== mode);
    set({ modes: done ? [...others, mode] : others });
    keepProgress(get());
  },
  markAnswer(topic, right) {
    const { questions } = get();
    const { met, right: before } = questions[topic] ?? NO_QUESTIONS;
    set({ questions: { ...questions, [topic]: { met: met + 1, right: before + (right ? 1 : 0) } } });
    keepProgress(get());
  },
  markStanding(problem, standing) {
    set({ challenges: { ...get().challenges, [problem]: standing } });
    keepProgress(get());
  },
}));

/** Takes up what this browser kept. */
export function restoreProgress(): void {
  try {
    const kept = parsedProgress(localStorage.getItem(KEY));
    if (kept.ok) progress.setState(kept.value);
  } catch {
    // Nothing was kept.
  }
}

/** Forgets all progress. */
export function wipeProgress(): void {
  progress.setState(NOTHING);
  keepProgress(NOTHING);
}
