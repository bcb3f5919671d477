/* The learner's rounds of the quiz. Written only here: by answers, and by what this browser stores of them. */
import * as v from 'valibot';
import { LARGEST_SEED } from '@/lib/quiz/round';
import words from '@/words/kept-quiz';
import { keepIn } from '../kept/kept';
import { readerOf } from '../kept/reader';
import { ownedStore } from '../owned-store';
import { followSubject } from '../subject/present-subject';

/** How many rounds are stored, so that each tab can continue its own. */
const MOST_ROUNDS = 20;

const seedSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LARGEST_SEED));
const option = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));
const RoundSchema = v.object({ seed: seedSchema, answers: v.record(v.string(), option) });
const seen = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(2000));
const KeptSchema = v.object({ rounds: v.pipe(v.array(RoundSchema), v.maxLength(MOST_ROUNDS)), seen });
/** Version 1 stored one round. */
const FirstSchema = v.pipe(
  v.object({ ...RoundSchema.entries, seen }),
  v.transform(({ seed, answers, seen }) => ({ rounds: [{ seed, answers }], seen })),
);

/** The answers of a round: the option that was chosen for each question answered so far, by its id. */
type Round = Readonly<v.InferOutput<typeof RoundSchema>>;

interface Rounds {
  /** The last answered one comes first. */
  readonly rounds: readonly Round[];
  /** The questions answered in all rounds, so that the next one asks different ones. */
  readonly seen: readonly string[];
}

export interface QuizState extends Rounds {
  /** The current round in this tab. 0: none yet. */
  readonly seed: number;
  /** Starts a round, or continues a stored one. */
  begin(seed: number): void;
  /** The first answer counts; later choices change nothing. */
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

const VERSION = 2;
const readRounds = readerOf<Rounds>({ version: VERSION, schema: v.union([KeptSchema, FirstSchema]) });

const kept = keepIn<Rounds>(write, {
  key: 'quiz',
  version: VERSION,
  reader: () => readRounds,
  empty: { rounds: [], seen: [] },
  notKept: () => words.noRound(),
});

const NO_ANSWERS: Round['answers'] = {};

/** The answers of a round. */
export const answersOf = (rounds: readonly Round[], seed: number): Round['answers'] =>
  rounds.find((one) => one.seed === seed)?.answers ?? NO_ANSWERS;

// A round belongs to one subject: for a different one it is the round that was answered last there, if any.
followSubject(() => write(({ rounds }) => ({ seed: rounds.at(0)?.seed ?? 0 })));

/** Loads what this browser has stored: a tab without a round continues the one that was answered last. */
export function restoreQuiz(): void {
  kept.restore();
  const { seed, rounds } = quiz.getState();
  if (seed === 0 && rounds.length > 0) write({ seed: rounds[0].seed });
}

export interface ReadRound {
  /** Null where the address contains none, or an invalid one. */
  readonly seed: number | null;
  /** The message about an invalid one. */
  readonly sentence: string | null;
}

/** The round of an address with `?round=...`. */
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
