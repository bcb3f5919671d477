'use client';

import { useMemo } from 'react';
import { TaskForm } from '@/components/quiz/TaskForm';
import { type Field, numberTask, type Task } from '@/lib/questions/task';
import words from '@/words/transfer';

interface Props {
  readonly answer: string;
  readonly because: string;
}

/** Larger than any answer that a lesson asks for. */
const LAST = 999_999_999;

/** Asks for a number, and says how to get there once it is right or on request. */
export function TransferForm({ answer, because }: Props) {
  const task = useMemo<Task>(() => taskOf(answer, because), [answer, because]);
  // It counts nowhere: the quiz and the trace do.
  return <TaskForm task={task} onEnd={() => undefined} />;
}

function taskOf(answer: string, because: string): Task {
  const label = words.answer();
  const field: Field = answer.includes('.')
    ? { kind: 'decimal', label }
    : { kind: 'whole', label, last: LAST };
  const asked = { id: 'transfer', text: '', tip: words.tip(), because, otherwise: words.otherwise() };
  return numberTask(asked, field, Number(answer));
}
