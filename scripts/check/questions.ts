/**
 * `npm run check:questions`: draws each question of the bank many times, for the course's network and for two that have
 * every kind of layer between them, and checks what it promises: four options that differ, one of them right, an explanation
 * whose arithmetic is correct. Also draws rounds of the quiz, and prints how many of their questions ask for meaning rather than
 * for a result. Exits with 1 at any fault, or when there are fewer questions about the course, or of meaning, than required.
 */

import { randomLcg } from 'd3-random';
import { COURSE_ASKED } from '@/lib/course/subject';
import { bankOf, type Entry } from '@/lib/quiz/bank';
import { asksMeaning } from '@/lib/quiz/meaning';
import { drawRound } from '@/lib/quiz/round';
import { equalitiesIn, faultsOf } from '@/lib/quiz/verify';
import { EVERY_KIND_ASKED } from '@/tests/unit/support/every-kind';

const DRAWS = 1000;
const QUESTIONS = 120;
const GENERATORS = 60;
const ROUNDS = 1000;
const IN_A_ROUND = 3;
/** The least share of questions in rounds that ask for meaning. */
const LEAST_MEANING = 0.5;

/** All draws of one question. */
function drawn({ id, write }: Entry) {
  const texts = new Set<string>();
  const faults: string[] = [];
  let [equalities, empty] = [0, 0];
  for (let draw = 0; draw < DRAWS; draw++) {
    const question = write(randomLcg((draw + 0.5) / DRAWS));
    if (!question) {
      empty += 1;
      if (id.startsWith('made-')) faults.push(`${id}, draw ${draw}: nothing came`);
      continue;
    }
    texts.add(question.text);
    equalities += equalitiesIn(question.right.because).length;
    for (const fault of faultsOf(question)) faults.push(`${id}, draw ${draw}: ${fault}`);
  }
  return { generates: texts.size > 1, equalities, empty, faults };
}

/** Prints the results for a bank; returns its faults, and how many of its questions have different numbers each time. */
function report(name: string, bank: readonly Entry[]) {
  const started = performance.now();
  const all = bank.map(drawn);
  const total = (count: (one: ReturnType<typeof drawn>) => number) =>
    all.reduce((sum, one) => sum + count(one), 0);
  const generators = total(({ generates }) => (generates ? 1 : 0));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${bank.length} questions, ${generators} of them with different numbers each time`);
  console.log(
    `${bank.length * DRAWS} draws in ${seconds} s, ${total((one) => one.equalities)} equalities recomputed, ` +
      `${total((one) => one.empty)} draws that made no sense`,
  );
  return { generators, faults: all.flatMap((one) => one.faults) };
}

/** The share of questions that ask for meaning, in many rounds of the quiz. */
function meaningInRounds(): number {
  const asked = Array.from({ length: ROUNDS }, (_, at) =>
    drawRound(COURSE_ASKED, 1 + at * 997, IN_A_ROUND),
  ).flat();
  return asked.filter(({ options }) => asksMeaning(options)).length / asked.length;
}

const bank = bankOf(COURSE_ASKED);
const course = report('The course', bank);
const others = EVERY_KIND_ASKED.map((asked) =>
  report(`Other kinds, ${asked.architecture.name}`, bankOf(asked)),
);
const faults = [course, ...others].flatMap((one) => one.faults);
for (const fault of faults.slice(0, 20)) console.log(fault);
if (bank.length < QUESTIONS) console.log(`${QUESTIONS} questions are required`);
if (course.generators < GENERATORS)
  console.log(`${GENERATORS} with different numbers each time are required`);
console.log(faults.length === 0 ? 'No faults.' : `${faults.length} faults.`);
const meaning = meaningInRounds();
console.log(
  `In ${ROUNDS} rounds of ${IN_A_ROUND}, ${(100 * meaning).toFixed(1)} % of the questions ask for meaning, not for a result`,
);
if (meaning < LEAST_MEANING) console.log(`${100 * LEAST_MEANING} % are required`);
const tooFew = bank.length < QUESTIONS || course.generators < GENERATORS || meaning < LEAST_MEANING;
process.exitCode = faults.length > 0 || tooFew ? 1 : 0;
