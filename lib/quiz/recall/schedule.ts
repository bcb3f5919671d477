/**
 * When a card is asked again. The algorithm is FSRS (Ye et al., “A Stochastic Shortest Path Algorithm for
 * Optimizing Spaced Repetition Scheduling”, 2022), from ts-fsrs with its default weights.
 */
import { type Card, createEmptyCard, type Grade as FsrsGrade, fsrs, Rating } from 'ts-fsrs';
import * as v from 'valibot';

export const DAY = 24 * 60 * 60_000;
/**
 * The longest interval of FSRS, in days: a hundred years, plus a few days so that a better answer waits
 * longer.
 */
const LONGEST = 36_510;
/** The latest time of a date, and the latest answer that still leaves room for an interval. */
const LAST_DATE = 8.64e15;
const LAST_ANSWER = LAST_DATE - (LONGEST + 1) * DAY;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999));
const days = v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST));
/** Milliseconds since 1970, up to the latest date. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_DATE));

/** The stored state of a card that was answered at least once. Times in milliseconds since 1970. */
const FieldsSchema = v.object({
  /** When it was first asked, last asked, and when it is due again. */
  first: time,
  last: time,
  due: time,
  /** After this many days the probability of recall is 90%. */
  stability: days,
  /** 1 to 10. */
  difficulty: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
  /** Days between the last answer and the next one. */
  interval: days,
  /** Its position in the short steps of learning. */
  step: count,
  answers: count,
  lapses: count,
  /** 1: being learned, 2: learned, 3: forgotten and being learned again. */
  state: v.picklist([1, 2, 3]),
});
/** A card is due within its interval, which in the short steps of learning is less than a day. */
export const MemorySchema = v.pipe(
  FieldsSchema,
  v.check(
    ({ last, due, interval }) => due >= last && due - last <= Math.max(1, interval) * DAY,
    'due at another time than its interval says',
  ),
);
export type Memory = Readonly<v.InferOutput<typeof MemorySchema>>;

/** How well a card was remembered. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';
export const GRADES: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

const RATING: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

// Fuzz would store a different interval from the one that the button shows.
const scheduler = fsrs({ enable_fuzz: false });

const cardOf = (memory: Memory | null, now: number): Card =>
  memory === null
    ? createEmptyCard(new Date(now))
    : {
        due: new Date(memory.due),
        // The clock may have been set back since: then no time has passed.
        last_review: new Date(Math.min(memory.last, now)),
        stability: memory.stability,
        difficulty: memory.difficulty,
        elapsed_days: 0,
        scheduled_days: memory.interval,
        learning_steps: memory.step,
        reps: memory.answers,
        lapses: memory.lapses,
        state: memory.state,
      };

/**
 * The stored state of a card after an answer at `time`, whatever the clock says; `memory` is null for a new
 * card.
 */
export function afterAnswer(memory: Memory | null, grade: Grade, time: number): Memory {
  const now = Math.min(Math.max(0, Math.floor(time)), LAST_ANSWER);
  const { card } = scheduler.next(cardOf(memory, now), new Date(now), RATING[grade]);
  return v.parse(MemorySchema, {
    first: memory?.first ?? now,
    last: now,
    due: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    interval: card.scheduled_days,
    step: card.learning_steps,
    answers: card.reps,
    lapses: card.lapses,
    state: card.state,
  });
}

/**
 * When a card is due, as of `now`. An answer in the future was given while the clock was wrong, so its age is
 * unknown: the card is asked now. Clocks that are off by up to a day are tolerated.
 */
export const dueAt = ({ last, due }: Memory, now: number): number => (last > now + DAY ? now : due);

/**
 * Whether the first of two states of one card is the newer one: clocks can be wrong, the count of answers
 * can't.
 */
export const isFurther = (one: Memory, other: Memory): boolean =>
  one.answers > other.answers || (one.answers === other.answers && one.last > other.last);
