import { CONFIDENCE, type Conclusion, type Pair } from '@/lib/experiment/conclusion';
import type { Judge, Plan } from '@/lib/experiment/plan';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/experiment-conclusion';
import { LOCALE } from '@/words/locale';
import { JUDGE_WORD, variantWords } from './words';

const list = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
const OF_100 = Math.round(CONFIDENCE * 100);
const quoted = (name: string) => words.quoted({ name });

/** A difference in the units of the deciding metric: percentage points, or loss. */
function difference(judge: Judge, value: number): string {
  if (judge === 'heldOutLoss') return formatNumber(value, 3);
  // Points: "12.3% better" could mean relative to the other's accuracy.
  return formatNumber(Math.round(value * 1000) / 10, 1);
}
const amount = (judge: Judge, value: number) =>
  words.amount({ judge, value: difference(judge, value), points: Math.round(value * 1000) / 10 });

/** The conclusion in one sentence. */
export function headline(plan: Plan, { ranking, leaders, pairs }: Conclusion): string {
  const names = variantWords(plan).map(quoted);
  const [best] = ranking;
  if (best === undefined) return words.nothing();
  if (ranking.length === 1) return words.onlyBest({ best: names[best] });
  if (leaders.length === 1) return words.winner({ best: names[best] });
  const who = list.format(leaders.map((at) => names[at]));
  if (!pairs.some(({ clear }) => clear)) return words.none();
  return leaders.length === ranking.length
    ? words.noWinner({ best: names[best] })
    : words.noSingle({ names: who });
}

/** The comparison of two variants. */
export function pairSentence(plan: Plan, pair: Pair): string {
  const names = variantWords(plan).map(quoted);
  const [ahead, behind] = [names[pair.ahead], names[pair.behind]];
  const { mean, low, high } = pair.difference;
  const differenceText = (value: number) => difference(plan.judge, value);
  if (pair.constant && mean === 0) return words.same({ ahead, behind });
  if (pair.constant) return words.constant({ ahead, behind, amount: amount(plan.judge, mean) });
  const result = {
    ahead,
    behind,
    amount: amount(plan.judge, mean),
    low: differenceText(low),
    high: differenceText(high),
  };
  if (pair.clear) return words.clear(result);
  const needed = pair.needed === null ? words.tooMany() : words.needed({ seeds: pair.needed });
  return words.noise({ ...result, needed });
}

/** What happened to runs that diverged; null where none did. */
export function brokenSentence(plan: Plan, { broken, seeds }: Conclusion): string | null {
  const names = variantWords(plan).map(quoted);
  const parts = broken.flatMap((count, at) =>
    count > 0 ? [words.failed({ name: names[at], count, runs: seeds.length })] : [],
  );
  return parts.length > 0 ? words.broken({ parts: list.format(parts) }) : null;
}

/** The result of the guess; null where there was none. */
export function guessSentence(plan: Plan, { leaders, pairs }: Conclusion): string | null {
  if (plan.guess === null) return null;
  const name = quoted(variantWords(plan)[plan.guess] ?? '');
  const [best] = leaders;
  if (plan.guess < 0)
    return pairs.some(({ clear }) => clear) ? words.guessedNoneWrong() : words.guessedNone();
  if (leaders.length === 1)
    return best === plan.guess ? words.guessedRight({ name }) : words.guessedWrong({ name });
  return leaders.includes(plan.guess) ? words.guessedOpen({ name }) : words.guessedBehind({ name });
}

/** How the noise was computed, for those who want to know. */
export const methodSentence = ({ judge }: Plan, { seeds, pairs }: Conclusion): string =>
  words.method({ judge: JUDGE_WORD[judge], seeds: seeds.length, pairs: pairs.length, right: OF_100 });
