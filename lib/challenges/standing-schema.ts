/** The schema of a learner's stored progress with the problems. */
import * as v from 'valibot';
import { MOST_STARS } from './standing';

const MOST_PROBLEMS = 100;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99_999));

/** A learner's progress with one problem. */
export const StandingSchema = v.object({
  /** Answers that were judged, up to and including the one that solved it. */
  attempts: count,
  /** Hints that were taken before it was solved. */
  hints: count,
  /** 0 until it is solved. */
  stars: v.pipe(count, v.maxValue(MOST_STARS)),
});
export type Standing = Readonly<v.InferOutput<typeof StandingSchema>>;

/** The standings of all problems that were tried, by id. */
export const StandingsSchema = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(64)), StandingSchema),
  v.check((all) => Object.keys(all).length <= MOST_PROBLEMS, 'too many problems'),
);
export type Standings = Readonly<v.InferOutput<typeof StandingsSchema>>;
