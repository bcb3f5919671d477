'use client';

import { type FormEvent, useState } from 'react';
import { MapGrid } from '@/components/canvas/MapGrid';
import { Choice } from '@/components/figures/parts/Choice';
import type { Verdict } from '@/lib/challenges/problem';
import { rangeOf } from '@/lib/colour/colour-maps';
import { checkDead, SHOWN, STAGE } from '@/lib/course/challenges/dead';
import { CLASSES, referencePipeline } from '@/lib/course/reference';
import { classWord } from '@/lib/network/class-words';
import { stageOf } from '@/lib/network/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/problem-dead';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';
import { usePictured } from '../use-pictured';

const SHAPE = asMap(stageOf(referencePipeline, STAGE).output);
type Shown = (typeof SHOWN)[number];
const OPTIONS = SHOWN.map((id) => ({ value: id, words: classWord(id.split('-')[0]) }));

/** All maps of a stage on a few pictures: which of them never fires on any? */
export function DeadProblem({ getLab, busy, judge }: BodyProps) {
  const [shown, setShown] = useState<Shown>(SHOWN[0]);
  const [chosen, setChosen] = useState<number | null>(null);
  const label = CLASSES.find((name) => shown.startsWith(name)) ?? CLASSES[0];
  const { pictured, sentence } = usePictured(getLab, { id: shown, label });
  const values = pictured?.trace.stages.find(({ stage }) => stage === STAGE)?.values ?? null;
  const survey = async (filter: number): Promise<Result<Verdict>> => {
    const lab = await getLab();
    if (!lab.ok) return lab;
    const found = await lab.value.survey(STAGE);
    return found.ok ? ok(checkDead(filter, found.value)) : found;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    judge(chosen === null ? fail(words.chooseMap()) : survey(chosen));
  };
  return (
    <form onSubmit={submit}>
      <div className={styles.scroll}>
        <Choice<Shown> label={words.whichPicture()} options={OPTIONS} chosen={shown} onChoose={setShown} />
      </div>
      <p role="status" className={styles.running}>
        {sentence}
      </p>
      <div className={styles.maps}>
        <MapGrid
          values={values}
          shape={SHAPE}
          range={rangeOf(values ?? new Float32Array([0, 1]))}
          selected={chosen ?? -1}
          label={words.maps({ stage: STAGE })}
          onSelect={setChosen}
        />
      </div>
      <p className={styles.tools}>
        <CheckButton busy={busy} says={chosen === null ? undefined : words.checkFilter({ filter: chosen })} />
      </p>
    </form>
  );
}
