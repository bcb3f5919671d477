import * as v from 'valibot';
import { StandingsSchema } from '@/lib/challenges/standing-schema';
import { atMost, type KeptForm } from '../kept/kept-form';
import { readerOf } from '../kept/reader';
import { type Done, MOST_MET, type Score, VERSION } from './done';

/** There are fewer topics. */
const MOST_TOPICS = 500;

const ids = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(500));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_MET));
const ScoreSchema = v.pipe(
  v.object({ met: count, right: count }),
  v.check(({ met, right }) => right <= met, 'more right than met'),
);
/** By what the questions are about: a stage's id, or a topic of the quiz. */
const questions = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(64)), ScoreSchema),
  atMost<Score>(MOST_TOPICS),
);

/** The stored form of the progress in one subject. */
export const PROGRESS: KeptForm<Done> = {
  version: VERSION,
  schema: v.object({
    read: ids,
    modes: v.optional(ids, []),
    questions: v.optional(questions, {}),
    challenges: v.optional(StandingsSchema, {}),
  }),
};

/** Reads the progress in one subject as this browser has stored it. */
export const readProgress = readerOf(PROGRESS);
