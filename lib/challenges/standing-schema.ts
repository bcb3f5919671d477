/** How far a learner has come with the problems, as it is kept. */
import * as v from 'valibot';

/** Stars that a problem is worth. */
export const MOST_STARS = 3;
const MOST_PROBLEMS = 100;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99_999));

/** How far a learner has come with one problem. */
export const StandingSchema = v.object({
  /** Answers that were judged, up to and with the one that solved it. */
  attempts: count,
  /** Hints that were taken before it was solved. */
  hints: count,
  /** 0 as long as it is not solved. */
  stars: v.pipe(count, v.maxValue(MOST_STARS)),
});
export type Standing = Readonly<v.InferOutput<typeof StandingSchema>>;

/** Those of all problems that were tried, by their ids. */
export const StandingsSchema = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(64)), StandingSchema),
  v.check((all) => Object.keys(all).length <= MOST_PROBLEMS, 'too many problems'),
);
export type Standings = Readonly<v.InferOutput<typeof StandingsSchema>>;
