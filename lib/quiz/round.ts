import { shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import { REFERENCE_FACTS } from '@/lib/pipeline/reference';
import { questionsOf } from './bank';
import type { Choice, Question } from './question';

/** A question as it is put: its options in their order, and which of them is right. */
export interface Asked {
  readonly id: string;
  readonly topic: string;
  readonly text: string;
  readonly options: readonly Choice[];
  readonly right: number;
}

export const LARGEST_SEED = 999_999;
const TRIES = 200;

type Shuffle = <T>(list: T[]) => T[];

function put({ id, topic, text, right, wrong }: Question, shuffle: Shuffle): Asked {
  const options = shuffle([right, ...wrong]);
  return { id, topic, text, options, right: options.indexOf(right) };
}

/** A round: questions on different topics, options shuffled. Follows from network and seed alone, so that a link repeats it. */
export function drawRound(pipeline: Pipeline, seed: number): readonly Asked[] {
  const shuffle = shuffler(randomLcg(seed));
  const topics = new Set<string>();
  const drawn = shuffle([...questionsOf(pipeline)]).filter(
    ({ topic }) => topics.size < REFERENCE_FACTS.quizQuestions && !topics.has(topic) && topics.add(topic),
  );
  return drawn.map((question) => put(question, shuffle));
}

/** The seed of a round with as few questions that were seen before as can be found. `random` answers 0 to 1. */
export function nextSeed(pipeline: Pipeline, seen: readonly string[], random: () => number): number {
  let best = { seed: 0, known: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < TRIES && best.known > 0; turn++) {
    const seed = 1 + Math.floor(random() * LARGEST_SEED);
    const known = drawRound(pipeline, seed).filter(({ id }) => seen.includes(id)).length;
    if (known < best.known) best = { seed, known };
  }
  return best.seed;
}

/** The question that a lesson ends with: always the same one, so that the page can be written beforehand. */
export function checkOf(pipeline: Pipeline, stage: string): Asked | null {
  const question = questionsOf(pipeline).find(({ topic }) => topic === stage);
  return question ? put(question, shuffler(randomLcg(stage.length))) : null;
}
