import { CONFIDENCE, type Conclusion, type Pair } from '@/lib/experiment/conclusion';
import type { Judge, Plan } from '@/lib/experiment/plan';
import { formatNumber } from '@/lib/format/format';
import { JUDGE_WORD, variantWords } from './words';

const list = new Intl.ListFormat('en', { type: 'conjunction' });
const OF_100 = Math.round(CONFIDENCE * 100);
const quoted = (name: string) => `“${name}”`;

/** A difference in the units of the deciding figure: points of a percentage, or loss. */
function difference(judge: Judge, value: number): string {
  if (judge === 'heldOutLoss') return formatNumber(value, 3);
  // Points: "12.3% better" could mean a share of the other's accuracy.
  return formatNumber(Math.round(value * 1000) / 10, 1);
}
const unitOf = (judge: Judge) => (judge === 'heldOutLoss' ? 'of loss' : 'percentage points');

/** The conclusion in one sentence. */
export function headline(plan: Plan, { ranking, leaders, pairs }: Conclusion): string {
  const names = variantWords(plan).map(quoted);
  const [best] = ranking;
  if (best === undefined) return 'Nothing can be compared: of every variant a run broke off.';
  if (ranking.length === 1)
    return `Only ${names[best]} was trained to the end each time; the others broke off.`;
  if (leaders.length === 1) return `${names[best]} is the best: it beats every other by more than the noise.`;
  const who = list.format(leaders.map((at) => names[at]));
  if (!pairs.some(({ clear }) => clear))
    return 'The differences are within the noise: this experiment shows none to be better.';
  return leaders.length === ranking.length
    ? `No winner: ${names[best]} is ahead on average, but within the noise of each of the others.`
    : `No single winner: ${who} are within the noise of the best, and the others are behind.`;
}

/** What two variants are to each other. */
export function pairSentence(plan: Plan, pair: Pair): string {
  const names = variantWords(plan).map(quoted);
  const [ahead, behind] = [names[pair.ahead], names[pair.behind]];
  const { mean, low, high } = pair.difference;
  const say = (value: number) => difference(plan.judge, value);
  const unit = unitOf(plan.judge);
  if (pair.constant && mean === 0) return `${ahead} and ${behind} came out the same with every seed.`;
  if (pair.constant)
    return `${ahead} was ahead of ${behind} by exactly ${say(mean)} ${unit} with every seed; how much that would vary can’t be told from so few.`;
  const span = `${say(low)} and ${say(high)}`;
  if (pair.clear)
    return `${ahead} beats ${behind} by ${say(mean)} ${unit} on average. The true difference very likely lies between ${span}, so it is more than noise.`;
  const needed =
    pair.needed === null
      ? 'Not even some hundred seeds would tell them apart.'
      : `If it stays like this, about ${pair.needed} seeds could tell.`;
  return `${ahead} was ahead of ${behind} by ${say(mean)} ${unit} on average, but from seed to seed it varied so much that the true difference may lie anywhere between ${span}: within the noise. ${needed}`;
}

/** What became of runs whose numbers ended; null where all of them went on. */
export function brokenSentence(plan: Plan, { broken, seeds }: Conclusion): string | null {
  const names = variantWords(plan).map(quoted);
  const words = broken.flatMap((count, at) =>
    count > 0 ? [`${names[at]} broke off in ${count} of ${seeds.length} runs`] : [],
  );
  return words.length > 0
    ? `${list.format(words)}, as its loss became no finite number. What breaks off is not compared.`
    : null;
}

/** How the guess did; null where none was made. */
export function guessSentence(plan: Plan, { leaders, pairs }: Conclusion): string | null {
  if (plan.guess === null) return null;
  const name = quoted(variantWords(plan)[plan.guess] ?? '');
  const [best] = leaders;
  if (plan.guess < 0)
    return pairs.some(({ clear }) => clear)
      ? 'You expected no clear difference, but there is one.'
      : 'You expected no clear difference, and so it came out.';
  if (leaders.length === 1)
    return best === plan.guess
      ? `You expected ${name} to win, and it did.`
      : `You expected ${name} to win; it did not.`;
  return leaders.includes(plan.guess)
    ? `You expected ${name} to win. It may, but this experiment can’t tell.`
    : `You expected ${name} to win; it is clearly behind.`;
}

/** The way the noise was reckoned, for who wants to know. */
export const methodSentence = ({ judge }: Plan, { seeds, pairs }: Conclusion): string =>
  `${JUDGE_WORD[judge]} of the last epoch, compared pair by pair: with each of the ${seeds.length} seeds the two variants begin alike, so the difference is taken seed by seed, and Student’s t interval of those ${seeds.length} differences says where their mean may lie. It takes them to be spread about normally. ${
    pairs.length > 1
      ? `The ${pairs.length} intervals are wide enough to be right all together in ${OF_100} of 100 such experiments (Bonferroni).`
      : `Such an interval is right in ${OF_100} of 100 such experiments.`
  } Only the noise of the seeds is in it: all variants answer the same held-out pictures.`;
