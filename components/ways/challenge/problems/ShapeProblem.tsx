'use client';

import { useEffect, useState } from 'react';
import { shapeTask } from '@/lib/course/challenges/shape';
import { referencePipeline } from '@/lib/course/reference';
import words from '@/words/problem-shape';
import { AskedForm } from '../AskedForm';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';

const draw = (turn: number) => ({ turn, task: shapeTask(referencePipeline, Math.random) });

/** A question with numbers that are made up anew, answered by numbers. */
export function ShapeProblem({ busy, judge }: BodyProps) {
  const [drawn, setDrawn] = useState<ReturnType<typeof draw> | null>(null);
  // Chance has no place where pages are built. What was drawn stays when the problem is left and opened again.
  useEffect(() => setDrawn((now) => now ?? draw(0)), []);
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
