import { formatCount } from '@/lib/format/format';
import { fail, ok, type Result } from '@/lib/result';
import { type Answer, CLOSE, type Field, type Mistake, type Task } from './task';

export interface Verdict {
  readonly right: boolean;
  readonly sentence: string;
}

/** Whether an answer is the task's, and what is to be said to it. */
export function check(task: Task, answer: Answer): Verdict {
  const { fields, right } = task;
  if (fits(fields, right, answer)) return { right: true, sentence: task.because };
  const mistake = task.mistakes.find((one) => fits(fields, one.answer, answer, one.within));
  return { right: false, sentence: mistake?.sentence ?? partly(task, answer) ?? task.otherwise };
}

function fits(fields: readonly Field[], wanted: Mistake['answer'], answer: Answer, within = CLOSE): boolean {
  return fields.every(({ kind }, at) => {
    const [want, given] = [wanted[at], answer[at]];
    return want === null || want === given || (kind === 'decimal' && Math.abs(want - given) <= within);
  });
}

/** Where some fields are right and others not, which they are. */
function partly({ fields, right }: Task, answer: Answer): string | null {
  const named = (good: boolean) =>
    fields.flatMap((field, at) => (fits([field], [right[at]], [answer[at]]) === good ? [field.label] : []));
  const [good, bad] = [named(true), named(false)];
  if (good.length === 0) return null;
  return `${listed(good)} ${good.length > 1 ? 'are' : 'is'} right, ${listed(bad)} ${bad.length > 1 ? 'are' : 'is'} not.`;
}

const listed = (names: readonly string[]): string =>
  names
    .map((name) => `“${name}”`)
    .reduce((all, name, at) => all + (at === names.length - 1 ? ' and ' : ', ') + name);

/** What was typed or chosen, as numbers. Fails with one sentence on the first field that holds no answer. */
export function readAnswer(fields: readonly Field[], texts: readonly string[]): Result<Answer> {
  const answer: number[] = [];
  for (const [at, field] of fields.entries()) {
    const number = read(field, (texts[at] ?? '').trim());
    if (number === null) return fail(wanted(field), String(at));
    answer.push(number);
  }
  return ok(answer);
}

function read(field: Field, text: string): number | null {
  if (field.kind === 'decimal') {
    const plain = text.replace('−', '-').replace(',', '.');
    return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
  }
  const plain = text.replaceAll(',', '');
  const last = field.kind === 'whole' ? field.last : field.options.length - 1;
  return /^\d{1,9}$/.test(plain) && Number(plain) <= last ? Number(plain) : null;
}

function wanted(field: Field): string {
  if (field.kind === 'choice') return `Choose one for “${field.label}”: ${field.options.join(', ')}.`;
  if (field.kind === 'decimal') return `“${field.label}” takes a number, such as 0.123.`;
  return `“${field.label}” takes a whole number from 0 to ${formatCount(field.last)}.`;
}
