/** Checks a question: its options must differ, and the arithmetic in its explanations must be correct. */
import { formatNumber } from '@/lib/format/format';
import { LOCALE } from '@/words/locale';
import type { Question } from '../questions/question';

/** The numbers in a text in English format: German has the two separators the other way round. */
const inEnglish = (text: string): string =>
  LOCALE === 'de' ? text.replace(/[.,](?=\d)/g, (mark) => (mark === '.' ? ',' : '.')) : text;

/** "2 × (−0.5) + 1 = 0": the expression before the sign, and the number after it. */
const EQUALITY = /((?:exp|[\d.,×÷+−()\s])*[\d)]\s*)=\s*(−?\d[\d,]*(?:\.\d+)?)/g;
const TOKEN = /exp|\d[\d,]*(?:\.\d+)?|[×÷+−()]/g;

const numberOf = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

/** The value of an expression in an explanation; NaN where it is not one. */
export function reckoned(expression: string): number {
  const tokens = expression.match(TOKEN) ?? [];
  let at = 0;
  const factor = (): number => {
    const token = tokens[at++];
    if (token === '−') return -factor();
    if (token === 'exp') return Math.exp(factor());
    if (token === '(') {
      const inside = sum();
      return tokens[at++] === ')' ? inside : Number.NaN;
    }
    return token === undefined ? Number.NaN : numberOf(token);
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === '×' || tokens[at] === '÷')
      value = tokens[at++] === '×' ? value * factor() : value / factor();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '−')
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  };
  const value = sum();
  return at === tokens.length ? value : Number.NaN;
}

/** The equalities in a sentence, each with the value of its left side. */
export function equalitiesIn(text: string): readonly { readonly words: string; readonly holds: boolean }[] {
  return [...inEnglish(text).matchAll(EQUALITY)].map(([words, left, right]) => {
    const decimals = right.split('.')[1]?.length ?? 0;
    const off = Math.abs(reckoned(left.replace(/^[\s,.]+/, '')) - numberOf(right));
    return { words: words.trim(), holds: off <= 0.5001 * 10 ** -decimals };
  });
}

/** What is wrong with a question, in words for its author; empty where nothing is. */
export function faultsOf({ text, right, wrong }: Question): readonly string[] {
  const options = [right, ...wrong];
  const faults: string[] = [];
  if (new Set(options.map((option) => option.text)).size < options.length)
    faults.push('two options are equal');
  const numbers = options
    .map((option) => numberOf(inEnglish(option.text)))
    .filter((value) => !Number.isNaN(value));
  if (new Set(numbers).size < numbers.length) faults.push('two options are the same number');
  for (const { words, holds } of equalitiesIn(right.because))
    if (!holds) faults.push(`it is not so that ${words}`);
  const allText = [text, ...options.flatMap((option) => [option.text, option.because])].join('\n');
  if (/NaN|undefined|Infinity|∞|\[object/.test(allText) || allText.includes(formatNumber(Number.NaN)))
    faults.push('it says what no learner should read');
  return faults;
}
