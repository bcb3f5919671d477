'use client';

import { useEffect, useState } from 'react';
import type { Random } from '@/lib/questions/question';
import type { Checked } from '@/lib/quiz/tasks';
import type { Result } from '@/lib/result';
import words from '@/words/problem-shape';
import { AskedForm } from '../AskedForm';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';

interface Task extends Checked {
  readonly text: string;
}

interface Props extends BodyProps {
  /** Makes up a task. */
  taskOf(random: Random): Result<Task>;
}

/** A question with new made-up numbers each time, answered by numbers. */
export function ShapeProblem({ busy, judge, taskOf }: Props) {
  const draw = (turn: number) => ({ turn, task: taskOf(Math.random) });
  const [drawn, setDrawn] = useState<ReturnType<typeof draw> | null>(null);
  // Random draws must not happen during prerendering. The draw is kept when the problem is left and opened
  // again.
  useEffect(() => setDrawn((now) => now ?? { turn: 0, task: taskOf(Math.random) }), [taskOf]);
  if (!drawn) return <p className={styles.room} />;
  const { turn, task } = drawn;
  if (!task.ok) return <p role="status">{task.problem.sentence}</p>;
  return (
    <AskedForm
      key={turn}
      {...{ busy, judge }}
      task={task.value}
      another={words.another()}
      onAnother={() => setDrawn(draw(turn + 1))}
    />
  );
}
