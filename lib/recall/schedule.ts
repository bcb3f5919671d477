/**
 * When a card is asked again. The algorithm is FSRS (Ye et al., “A Stochastic Shortest Path Algorithm for Optimizing
 * Spaced Repetition Scheduling”, 2022), by ts-fsrs with its default weights.
 */
import { type Card, createEmptyCard, type Grade as FsrsGrade, fsrs, Rating } from 'ts-fsrs';
import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.minValue(0));
/** Milliseconds since 1970, as far as a date goes. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/** What is kept of a card that was answered at least once. Times in milliseconds since 1970. */
export const MemorySchema = v.object({
  /** When it was first asked, when last, and when it is due again. */
  first: time,
  last: time,
  due: time,
  /** After so many days it is still remembered in nine cases of ten. */
  stability: positive,
  /** 1 to 10. */
  difficulty: positive,
  /** Days between the last answer and the next one. */
  interval: positive,
  /** Where in the short steps of learning it is. */
  step: count,
  answers: count,
  lapses: count,
  /** 1: being learned, 2: learned, 3: forgotten and being learned again. */
  state: v.picklist([1, 2, 3]),
});
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

// Fuzz would make the interval that a button promises another than the one that is kept.
const scheduler = fsrs({ enable_fuzz: false });

const cardOf = (memory: Memory | null, now: number): Card =>
  memory === null
    ? createEmptyCard(new Date(now))
    : {
        due: new Date(memory.due),
        last_review: new Date(memory.last),
        stability: memory.stability,
        difficulty: memory.difficulty,
        elapsed_days: 0,
        scheduled_days: memory.interval,
        learning_steps: memory.step,
        reps: memory.answers,
        lapses: memory.lapses,
        state: memory.state,
      };

/** What is kept of a card after an answer at `now`; `memory` is null for one that is new. */
export function afterAnswer(memory: Memory | null, grade: Grade, now: number): Memory {
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
