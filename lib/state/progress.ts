import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { ok, type Result } from '@/lib/result';
import words from '@/words/kept';
import { readVersioned } from './kept-file';
import { notices } from './notices';

const KEY = 'progress';
const VERSION = 1;
const ids = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(500));
const Kept = v.object({ version: v.literal(VERSION), read: ids, modes: v.optional(ids, []) });

/** What the learner has done. */
export interface Done {
  /** The lessons whose question was answered, by stage id. */
  readonly read: readonly string[];
  /** The ways to learn that were marked as done. */
  readonly modes: readonly string[];
}

export interface ProgressState extends Done {
  markRead(stage: string): void;
  markMode(mode: string, done: boolean): void;
}

const NOTHING: Done = { read: [], modes: [] };

function parsed(text: string | null): Result<Done> {
  const read = readVersioned(Kept, VERSION, 'progress', text);
  return read.ok ? ok({ read: read.value.read, modes: read.value.modes }) : read;
}

const written = ({ read, modes }: Done): string => JSON.stringify({ version: VERSION, read, modes });

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
  });
  keep(progress.getState());
  return ok(undefined);
}

/** Forgets all progress. */
export function wipeProgress(): void {
  progress.setState(NOTHING);
  keep(NOTHING);
}
