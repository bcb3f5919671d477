'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { loadImagesOf } from '@/components/training/epochs/load-images';
import type { Verdict } from '@/lib/challenges/problem';
import { formatPercent } from '@/lib/format/format';
import type { Scored } from '@/lib/metrics/classification';
import type { DataSet } from '@/lib/network/subject';
import type { Field } from '@/lib/quiz/tasks';
import { ok, type Result } from '@/lib/result';
import words from '@/words/problem-threshold';
import { AnswerFields, useAnswer } from '../AnswerFields';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';
import type { GetLab } from '../use-lab';

/** The probabilities for the validation images, and their classes. */
async function scoredBy(getLab: GetLab, dataSet: DataSet): Promise<Result<Scored>> {
  const [survey, images] = await Promise.all([
    getLab().then((lab) => (lab.ok ? lab.value.survey('heldOut', 'output') : lab)),
    loadImagesOf(dataSet),
  ]);
  if (!survey.ok) return survey;
  if (!images.ok) return images;
  const { values, channels } = survey.value;
  return ok({ probabilities: values, labels: images.value.heldOut.labels, classes: channels });
}

interface Candidate {
  readonly image: number;
  readonly probability: number;
  readonly is: boolean;
}

interface Props extends BodyProps {
  readonly classes: readonly string[];
  /** The class that the threshold is for. */
  readonly target: string;
  readonly fields: readonly Field[];
  candidates(scored: Scored): readonly Candidate[];
  /** How many of the images are of the target's class. */
  targetsIn(scored: Scored): number;
  check(percent: number, scored: Scored): Verdict;
}

/** A list of validation images, for choosing a threshold. */
export function ThresholdProblem(props: Props) {
  const { getLab, busy, judge, fields } = props;
  const [scored, setScored] = useState<Result<Scored> | null>(null);
  const dataSet = useDataSet();
  const answering = useAnswer(fields);
  const there = scored?.ok === true;
  useEffect(() => {
    if (there) return;
    let left = false;
    void scoredBy(getLab, dataSet).then((found) => !left && setScored(found));
    return () => {
      left = true;
    };
  }, [getLab, dataSet, there]);
  if (!scored)
    return (
      <p role="status" className={styles.room}>
        {words.computing()}
      </p>
    );
  if (!scored.ok)
    return (
      <p role="status" className={styles.room}>
        {scored.problem.sentence}
      </p>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answer = answering.read();
    if (answer) judge(ok(props.check(answer[0], scored.value)));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Candidates {...props} scored={scored.value} />
      <AnswerFields fields={fields} answering={answering} />
      <CheckButton busy={busy} />
    </form>
  );
}

function Candidates({ scored, classes, target, candidates, targetsIn }: Props & { readonly scored: Scored }) {
  const classWord = useClassWord();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must be reachable by keyboard
    <section className={styles.long} tabIndex={0} aria-label={words.list()}>
      <table className="table">
        <caption>{words.caption({ target: classWord(target), count: targetsIn(scored) })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.place()}</th>
            <th scope="col">{words.probability()}</th>
            <th scope="col">{words.whatItIs()}</th>
          </tr>
        </thead>
        <tbody>
          {candidates(scored).map(({ image, probability, is }, place) => (
            <tr key={image}>
              <th scope="row" className="number">
                {place + 1}
              </th>
              <td className="number">{formatPercent(probability)}</td>
              <td>{is ? <b>{classWord(target)}</b> : classWord(classes[scored.labels[image]])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
