import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import type { Memories } from '@/lib/recall/deck';
import { afterAnswer, type Grade, MemorySchema } from '@/lib/recall/schedule';
import { ok, type Result } from '@/lib/result';
import words from '@/words/kept-cards';
import { readVersioned } from './kept-file';
import { notices } from './notices';

const KEY = 'recall';
const VERSION = 1;
const Kept = v.object({
  version: v.literal(VERSION),
  cards: v.record(v.pipe(v.string(), v.maxLength(64)), MemorySchema),
});

export interface RecallState {
  /** What is kept of each card that was answered, by the id of its question. */
  readonly memories: Memories;
  /** Takes an answer at `now`, in milliseconds since 1970. */
  answer(id: string, grade: Grade, now: number): void;
}

const parsed = (text: string | null): Result<Memories> => {
  const read = readVersioned(Kept, VERSION, 'cards', text);
  return read.ok ? ok(read.value.cards) : read;
};

function keep(): void {
  try {
    localStorage.setItem(KEY, recallFile());
  } catch {
    notices.getState().say(words.noCards());
  }
}

export const recall = createStore<RecallState>()((set, get) => ({
  memories: {},
  answer(id, grade, now) {
    const { memories } = get();
    set({ memories: { ...memories, [id]: afterAnswer(memories[id] ?? null, grade, now) } });
    keep();
  },
}));

/** Takes up what this browser kept. */
export function restoreRecall(): void {
  try {
    const kept = parsed(localStorage.getItem(KEY));
    if (kept.ok) recall.setState({ memories: kept.value });
  } catch {
    // Nothing was kept.
  }
}

/** The cards as a file's text. */
export const recallFile = (): string =>
  JSON.stringify({ version: VERSION, cards: recall.getState().memories });

/** Takes up cards from a file's text: of each the one that was answered last. A file that can't be read changes nothing. */
export function openRecall(text: string): Result<void> {
  const read = parsed(text);
  if (!read.ok) return read;
  const joined = { ...recall.getState().memories };
  for (const [id, memory] of Object.entries(read.value))
    if (!joined[id] || joined[id].last < memory.last) joined[id] = memory;
  recall.setState({ memories: joined });
  keep();
  return ok(undefined);
}

/** Forgets all cards. */
export function wipeRecall(): void {
  recall.setState({ memories: {} });
  keep();
}
