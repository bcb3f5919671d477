import { formatCount } from '@/lib/format/format';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/task-check';
import { type Answer, CLOSE, type Field, type Mistake, type Task } from './task';

export interface Verdict {
  readonly right: boolean;
  readonly sentence: string;
}

/** The parts of a task that an answer is checked against. */
export type Checked = Pick<Task, 'fields' | 'right' | 'because' | 'mistakes' | 'otherwise'>;

/** Whether an answer is correct, and the feedback for it. */
export function check(task: Checked, answer: Answer): Verdict {
  const { fields, right } = task;
  if (fits(fields, right, answer)) return { right: true, sentence: task.because };
  const mistake = task.mistakes.find((one) => fits(fields, one.answer, answer, one.within ?? CLOSE));
  return { right: false, sentence: mistake?.sentence ?? partly(task, answer) ?? task.otherwise };
}

/** Whether an answer is within `within` of the wanted one; without it, within the tolerance of each field. */
function fits(fields: readonly Field[], wanted: Mistake['answer'], answer: Answer, within?: number): boolean {
  return fields.every((field, at) => {
    const want = wanted[at];
    return want === null || Math.abs(want - answer[at]) <= (within ?? allowed(field));
  });
}

const allowed = (field: Field): number => (field.kind === 'whole' ? (field.within ?? 0) : CLOSE);

/** Where only some fields are right: which ones. */
function partly({ fields, right }: Checked, answer: Answer): string | null {
  const named = (good: boolean) =>
    fields.flatMap((field, at) => (fits([field], [right[at]], [answer[at]]) === good ? [field.label] : []));
  const [good, bad] = [named(true), named(false)];
  if (good.length === 0) return null;
  return words.partly({ good: listed(good), goods: good.length, bad: listed(bad), bads: bad.length });
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => words.quoted({ name }));
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : words.and({ names: quoted.join(', '), last });
}

/** The typed or chosen answer, as numbers. Fails with one sentence on the first field without an answer. */
export function readAnswer(fields: readonly Field[], texts: readonly string[]): Result<Answer> {
  const answer: number[] = [];
  for (const [at, field] of fields.entries()) {
    const number = read(field, (texts[at] ?? '').trim());
    if (number === null) return fail(wanted(field), String(at));
    answer.push(number);
  }
  return ok(answer);
}

/** A whole number, with or without thousands separators. */
const WHOLE = /^(\d{1,9}|\d{1,3}([.,\s]\d{3}){1,2})$/;

/** Reads both decimal separators, point and comma. */
function read(field: Field, text: string): number | null {
  if (field.kind === 'decimal') {
    const plain = text.replace('−', '-').replace(',', '.');
    return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
  }
  const last = field.kind === 'whole' ? field.last : field.options.length - 1;
  const number = WHOLE.test(text) ? Number(text.replace(/[.,\s]/g, '')) : null;
  return number !== null && number <= last ? number : null;
}

function wanted(field: Field): string {
  if (field.kind === 'choice') return words.choose({ label: field.label, options: field.options.join(', ') });
  if (field.kind === 'decimal') return words.decimal({ label: field.label });
  return words.whole({ label: field.label, last: formatCount(field.last) });
}
