/** The schema of a learner's stored progress with the problems. */
import * as v from 'valibot';
import { MOST_STARS, type Standing } from './standing';

const MOST_PROBLEMS = 100;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99_999));

const StandingSchema: v.GenericSchema<unknown, Standing> = v.object({
  attempts: count,
  hints: count,
  stars: v.pipe(count, v.maxValue(MOST_STARS)),
});

/** The standings of all problems that were tried, by id. */
export const StandingsSchema = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(64)), StandingSchema),
  v.check((all) => Object.keys(all).length <= MOST_PROBLEMS, 'too many problems'),
);
