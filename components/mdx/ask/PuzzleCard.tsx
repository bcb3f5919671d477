'use client';

import { useMemo, useState } from 'react';
import { QuestionCard } from '@/components/quiz/QuestionCard';
import { useClassWord, usePipeline, useStage, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { PUZZLES, type PuzzleName } from '@/lib/quiz/puzzles/puzzles';
import words from '@/words/puzzles';
import { Kernels } from './Kernels';

interface Props {
  /** The stage that it is about. */
  readonly of: string;
  readonly asks: PuzzleName;
}

/** The options of a lesson’s puzzle, about the chosen image, and why one of them is right. */
export function PuzzleCard({ of, asks }: Props) {
  const pipeline = usePipeline();
  const { stage } = useStage(of);
  const trace = useTrace();
  const classWord = useClassWord();
  const [chosen, setChosen] = useState<{ readonly to: string; readonly option: number } | null>(null);
  const puzzle = useMemo(
    () => (trace?.complete ? PUZZLES[asks]({ pipeline, stage, trace, classWord }) : undefined),
    [pipeline, stage, trace, classWord, asks],
  );
  if (puzzle === undefined)
    return (
      <p role="status">
        <Pending>{words.waiting()}</Pending>
      </p>
    );
  if (puzzle === null) return <p role="status">{words.none()}</p>;
  const kernel = trace?.weights[of]?.kernel;
  // Another image is another puzzle; another trace with the same numbers is not.
  const key = JSON.stringify(puzzle);
  return (
    <>
      {kernel && puzzle.kernels && <Kernels kernel={kernel} filters={puzzle.kernels} size="large" />}
      <QuestionCard
        key={key}
        question={{ id: of, topic: of, ...puzzle }}
        answered={chosen?.to === key ? chosen.option : null}
        onAnswer={(option) => setChosen({ to: key, option })}
      />
    </>
  );
}
