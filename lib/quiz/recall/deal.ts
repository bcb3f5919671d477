import { range } from 'd3-array';
import { randomLcg } from 'd3-random';
import type { Random } from '@/lib/questions/question';
import type { Entry } from '../bank';
import { type Asked, ask } from '../round';

/** How often a question is written anew whose numbers happen to leave too few different answers. */
const DRAWS = 8;

const asked = (entry: Entry, random: Random): Asked | null => {
  for (const _ of range(DRAWS)) {
    const question = ask(entry, random);
    if (question) return question;
  }
  return null;
};

/** The questions that can be asked about a network at all; others, such as one on colours, don't apply to every network. */
export const askable = (bank: readonly Entry[]): readonly Entry[] =>
  bank.filter((entry) => asked(entry, randomLcg(0)) !== null);

/** The first of these cards that can be asked now; null where none can. */
export function deal(bank: readonly Entry[], ids: readonly string[], random: Random): Asked | null {
  for (const id of ids) {
    const entry = bank.find((one) => one.id === id);
    const question = entry && asked(entry, random);
    if (question) return question;
  }
  return null;
}
