import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { LARGEST_SEED } from '@/lib/quiz/round';
import words from '@/words/kept-quiz';
import { notices } from './notices';

const KEY = 'quiz';
const seedSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST_SEED));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Kept = v.object({
  version: v.literal(1),
  seed: seedSchema,
  answers: v.record(v.string(), count),
  seen: v.array(v.pipe(v.string(), v.maxLength(64))),
});

/** The round under way. Seed 0: none yet. */
export interface QuizState {
  readonly seed: number;
  /** The option that was chosen for each question answered so far, by its id. */
  readonly answers: Readonly<Record<string, number>>;
  /** The questions answered in all rounds, so that the next one asks others. */
  readonly seen: readonly string[];
  /** Begins a round, or goes on with it when it is the one under way. */
  begin(seed: number): void;
  /** The first answer counts; what is chosen afterwards changes nothing. */
  answer(id: string, option: number): void;
}

function keep({ seed, answers, seen }: QuizState): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: 1, seed, answers, seen }));
  } catch {
    notices.getState().say(words.noRound());
  }
}

export const quiz = createStore<QuizState>()((set, get) => ({
  seed: 0,
  answers: {},
  seen: [],
  begin(seed) {
    if (get().seed === seed) return;
    set({ seed, answers: {} });
  },
  answer(id, option) {
    const { answers, seen } = get();
    if (id in answers) return;
    set({ answers: { ...answers, [id]: option }, seen: [...new Set([...seen, id])] });
    keep(get());
  },
}));

/** Takes up what this browser kept of the round under way and of those before. */
export function restoreQuiz(): void {
  try {
    const read = v.safeParse(Kept, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    if (read.success) quiz.setState(read.output);
  } catch {
    // Nothing was kept.
  }
}

export interface ReadRound {
  /** Null where the address names none, or nonsense. */
  readonly seed: number | null;
  /** What to tell the learner of nonsense. */
  readonly sentence: string | null;
}

/** The round that an address names as `?round=...`. */
export function readRound(search: string): ReadRound {
  const text = new URLSearchParams(search).get('round');
  if (text === null) return { seed: null, sentence: null };
  const read = v.safeParse(v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), seedSchema), text);
  if (read.success) return { seed: read.output, sentence: null };
  return {
    seed: null,
    sentence: words.badRound({ text: text.slice(0, 40) }),
  };
}

/** The query with the round in it; the rest of it stays. */
export function writeRound(search: string, seed: number): string {
  const query = new URLSearchParams(search);
  query.set('round', String(seed));
  return `?${query}`;
}
