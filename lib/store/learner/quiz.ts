import * as v from 'valibot';
import { LARGEST_SEED } from '@/lib/quiz/round';
import words from '@/words/kept-quiz';
import { keepIn } from '../kept/kept';
import { ownedStore } from '../owned-store';
import { followSubject } from '../subject/present-subject';

/** Rounds whose answers are kept, so that each tab can go on with its own. */
const MOST_ROUNDS = 20;

const seedSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST_SEED));
const option = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));
const RoundSchema = v.object({ seed: seedSchema, answers: v.record(v.string(), option) });
const seen = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(2000));
const KeptSchema = v.object({ rounds: v.pipe(v.array(RoundSchema), v.maxLength(MOST_ROUNDS)), seen });
/** Version 1 kept one round. */
const FirstSchema = v.pipe(
  v.object({ ...RoundSchema.entries, seen }),
  v.transform(({ seed, answers, seen }) => ({ rounds: [{ seed, answers }], seen })),
);

/** The answers of a round: the option that was chosen for each question answered so far, by its id. */
type Round = Readonly<v.InferOutput<typeof RoundSchema>>;

interface Rounds {
  /** The one that was answered last comes first. */
  readonly rounds: readonly Round[];
  /** The questions answered in all rounds, so that the next one asks others. */
  readonly seen: readonly string[];
}

export interface QuizState extends Rounds {
  /** The round under way in this tab. 0: none yet. */
  readonly seed: number;
  /** Begins a round, or goes on with one that is kept. */
  begin(seed: number): void;
  /** The first answer counts; what is chosen afterwards changes nothing. */
  answer(id: string, option: number): void;
}

const [quiz, write] = ownedStore<QuizState>({
  seed: 0,
  rounds: [],
  seen: [],
  begin: (seed) => write({ seed }),
  answer(id, option) {
    const { seed } = quiz.getState();
    kept.change(({ rounds, seen }) => {
      const answers = answersOf(rounds, seed);
      if (id in answers) return { rounds, seen };
      const round = { seed, answers: { ...answers, [id]: option } };
      const others = rounds.filter((one) => one.seed !== seed);
      return { rounds: [round, ...others].slice(0, MOST_ROUNDS), seen: [...new Set([...seen, id])] };
    });
  },
});

export { quiz };

const kept = keepIn<Rounds>(write, {
  key: 'quiz',
  version: 2,
  schema: v.union([KeptSchema, FirstSchema]),
  empty: { rounds: [], seen: [] },
  notKept: () => words.noRound(),
});

const NO_ANSWERS: Round['answers'] = {};

/** What was answered in a round. */
export const answersOf = (rounds: readonly Round[], seed: number): Round['answers'] =>
  rounds.find((one) => one.seed === seed)?.answers ?? NO_ANSWERS;

// A round asks about one subject: to another one belongs the round that was answered last in it, if any.
followSubject(() => write(({ rounds }) => ({ seed: rounds.at(0)?.seed ?? 0 })));

/** Takes up what this browser kept: a tab without a round goes on with the one that was answered last. */
export function restoreQuiz(): void {
  kept.restore();
  const { seed, rounds } = quiz.getState();
  if (seed === 0 && rounds.length > 0) write({ seed: rounds[0].seed });
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
