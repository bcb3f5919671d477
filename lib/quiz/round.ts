import { shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';
import { stageOf } from '@/lib/network/pipeline';
import type { AnswerOption, AskedAbout, Question, Random, Topic } from '../questions/question';
import { bankOf, type Entry } from './bank';
import { asksMeaning } from './meaning';

/** A question as shown: its options in order, and which of them is right. */
export interface Asked {
  readonly id: string;
  readonly topic: Topic;
  readonly text: string;
  readonly options: readonly AnswerOption[];
  readonly right: number;
}

export const LARGEST_SEED = 999_999;
/** Seeds tried for a round of new questions. */
const TRIES = 300;

/** Shuffles the options. */
function put({ id, topic, text, right, wrong }: Question, random: Random): Asked {
  const options = shuffler(random)([right, ...wrong]);
  return { id, topic, text, options, right: options.indexOf(right) };
}

/** A question of the bank, with new numbers; null where it does not apply to the network. */
export function ask({ write }: Entry, random: Random): Asked | null {
  const question = write(random);
  return question && put(question, random);
}

/** Spreads seeds that are close: with whole numbers {@link randomLcg} would begin almost alike. */
export const randomFrom = (seed: number, largest: number): Random => randomLcg(seed / (largest + 1));

/**
 * A round: `count` questions on different topics, at least half of which ask what something means; the rest ask for a
 * result. The seed, 1 to {@link LARGEST_SEED}, determines their numbers and the order of their options. Depends only on
 * network and seed, so that a link repeats it.
 */
export function drawRound(pipeline: AskedAbout, seed: number, count: number): readonly Asked[] {
  const random = randomFrom(seed, LARGEST_SEED);
  const round: Question[] = [];
  const entries: readonly Entry[] = shuffler(random)([...bankOf(pipeline)]);
  const fill = (mostResults: number) => {
    let results = 0;
    for (const { topic, write } of entries) {
      if (round.length === count) break;
      if (round.some((question) => question.topic === topic)) continue;
      const question = write(random);
      if (!question) continue;
      const result = asksMeaning([question.right, ...question.wrong]) ? 0 : 1;
      if (results + result > mostResults) continue;
      results += result;
      round.push(question);
    }
  };
  fill(Math.floor(count / 2));
  // A network about whose meaning there are too few questions.
  fill(count);
  return round.map((question) => put(question, random));
}

/**
 * The seed of a round of `count` questions with as few repeated ones as can be found. `random` returns 0 to
 * 1.
 */
export function nextSeed(
  pipeline: AskedAbout,
  seen: readonly string[],
  count: number,
  random: Random,
): number {
  let best = { seed: 1, known: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < TRIES && best.known > 0; turn++) {
    const seed = 1 + Math.floor(random() * LARGEST_SEED);
    const known = drawRound(pipeline, seed, count).filter(({ id }) => seen.includes(id)).length;
    if (known < best.known) best = { seed, known };
  }
  return best.seed;
}

/**
 * The question at the end of a lesson: always the same, so that the page can be prerendered, and different
 * from the one in the lesson on an earlier stage of the same kind.
 * @throws Error when there is no such stage.
 */
export function checkOf(pipeline: AskedAbout, id: string): Asked | null {
  const { number, layer } = stageOf(pipeline, id);
  const random = randomFrom(number, pipeline.stages.length);
  const own = bankOf(pipeline)
    .filter(({ topic }) => topic === id)
    .flatMap(({ write }) => write(random) ?? []);
  const before = pipeline.stages.filter((stage) => stage.number < number && stage.layer.kind === layer.kind);
  const question = own[before.length % own.length];
  return question ? put(question, random) : null;
}
