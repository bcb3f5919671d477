'use client';

import { type FormEvent, useState } from 'react';
import { MapGrid } from '@/components/canvas/MapGrid';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { Savable } from '@/components/controls/Savable';
import { useClassWord } from '@/components/state/hooks';
import type { Verdict } from '@/lib/challenges/problem';
import type { Sample } from '@/lib/data/samples/sample';
import type { Survey } from '@/lib/engine/examine-protocol';
import { rangeOf } from '@/lib/format/colour-maps';
import type { Stage } from '@/lib/network/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/problem-dead';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';
import { useImaged } from '../use-imaged';

interface Props extends BodyProps {
  /** A stage with a map that never fires. */
  readonly stage: Stage;
  /** The samples for which its maps can be shown. */
  readonly shown: readonly Pick<Sample, 'id' | 'label'>[];
  check(filter: number, survey: Survey): Verdict;
}

/** All maps of a stage on a few images: which of them never fires on any? */
export function DeadProblem({ getLab, busy, judge, stage, shown, check }: Props) {
  const classWord = useClassWord();
  const [place, setPlace] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  const { imaged, sentence } = useImaged(getLab, shown[place]);
  const values = imaged?.trace.stages.find((traced) => traced.stage === stage.id)?.values ?? null;
  const survey = async (filter: number): Promise<Result<Verdict>> => {
    const lab = await getLab();
    if (!lab.ok) return lab;
    const found = await lab.value.survey('test', stage.id);
    return found.ok ? ok(check(filter, found.value)) : found;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    judge(chosen === null ? fail(words.chooseMap()) : survey(chosen));
  };
  return (
    <form onSubmit={submit}>
      <div className={styles.scroll}>
        <ChoiceField<number>
          label={words.whichImage()}
          options={shown.map(({ label }, value) => ({ value, words: classWord(label) }))}
          chosen={place}
          onChoose={setPlace}
        />
      </div>
      <p role="status" className="status">
        {sentence}
      </p>
      <Savable label={words.maps({ stage: stage.id })}>
        <div className={styles.maps}>
          <MapGrid
            values={values}
            shape={asMap(stage.output)}
            range={rangeOf(values ?? new Float32Array([0, 1]))}
            selected={chosen ?? -1}
            label={words.maps({ stage: stage.id })}
            onSelect={setChosen}
          />
        </div>
      </Savable>
      <p className={`button-row ${styles.tools}`}>
        <CheckButton
          busy={busy}
          label={chosen === null ? undefined : words.checkFilter({ filter: chosen })}
        />
      </p>
    </form>
  );
}
