/**
 * `npm run check:questions`: draws each question of the bank many times and holds it to what it promises: four options
 * that differ, one of them right, an explanation whose arithmetic comes out. Exit 1 at any fault, or when there are
 * fewer questions than asked for.
 */

import { randomLcg } from 'd3-random';
import { COURSE_ASKED } from '@/lib/course/subject';
import { bankOf } from '@/lib/quiz/bank';
import { equalitiesIn, faultsOf } from '@/lib/quiz/verify';

const DRAWS = 1000;
const QUESTIONS = 120;
const GENERATORS = 60;

const started = performance.now();
const bank = bankOf(COURSE_ASKED);
const faults: string[] = [];
let [draws, equalities, generators, empty] = [0, 0, 0, 0];
for (const { id, write } of bank) {
  const texts = new Set<string>();
  for (let draw = 0; draw < DRAWS; draw++) {
    const question = write(randomLcg((draw + 0.5) / DRAWS));
    draws += 1;
    if (!question) {
      empty += 1;
      if (id.startsWith('made-')) faults.push(`${id}, draw ${draw}: nothing came`);
      continue;
    }
    texts.add(question.text);
    equalities += equalitiesIn(question.right.because).length;
    for (const fault of faultsOf(question)) faults.push(`${id}, draw ${draw}: ${fault}`);
  }
  if (texts.size > 1) generators += 1;
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${bank.length} questions, ${generators} of them with other numbers each time`);
console.log(
  `${draws} draws in ${seconds} s, ${equalities} equalities reckoned again, ${empty} draws that made no sense`,
);
for (const fault of faults.slice(0, 20)) console.log(fault);
if (bank.length < QUESTIONS) console.log(`${QUESTIONS} questions are asked for`);
if (generators < GENERATORS) console.log(`${GENERATORS} with other numbers each time are asked for`);
console.log(faults.length === 0 ? 'No faults.' : `${faults.length} faults.`);
process.exitCode = faults.length > 0 || bank.length < QUESTIONS || generators < GENERATORS ? 1 : 0;
