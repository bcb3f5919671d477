'use client';

import type { FormEvent } from 'react';
import { SaveImage } from '@/components/controls/SaveImage';
import { PixelThumb } from '@/components/images/PixelThumb';
import { number, Rich } from '@/components/site/Rich';
import { ScrollBox } from '@/components/site/ScrollBox';
import { useClassWord } from '@/components/state/hooks';
import type { Verdict } from '@/lib/challenges/problem';
import type { Sample } from '@/lib/data/samples/sample';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import type { Answer, Field } from '@/lib/quiz/tasks';
import { ok, type Result } from '@/lib/result';
import words from '@/words/problem-weight';
import { AnswerFields, useAnswer } from '../AnswerFields';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';
import { type Imaged, useImaged } from '../use-imaged';

interface Incoming {
  readonly unit: number;
  readonly value: number;
  readonly forPredicted: number;
  readonly forRight: number;
}

interface Props extends BodyProps {
  readonly image: Pick<Sample, 'id' | 'label'>;
  /** The network's wrong prediction. */
  readonly predicted: string;
  readonly fields: readonly Field[];
  /** The largest inputs of the last layer, with their weights for both classes. */
  incoming(trace: Trace, weights: WeightSet): readonly Incoming[];
  outcome(trace: Trace, name: string): { readonly logit: number; readonly probability: number };
  withWeight(weights: WeightSet, answer: Answer): Result<WeightSet>;
  check(answer: Answer, before: Trace, after: Trace): Verdict;
}

/** The inputs of the last layer, and one of its weights to change. */
export function WeightProblem(props: Props) {
  const { getLab, busy, judge, fields } = props;
  const { imaged, sentence } = useImaged(getLab, props.image);
  const answering = useAnswer(fields);
  if (!imaged)
    return (
      <p role="status" className={styles.room}>
        {sentence}
      </p>
    );
  const run = async (answer: Answer): Promise<Result<Verdict>> => {
    const changed = props.withWeight(imaged.weights, answer);
    if (!changed.ok) return changed;
    const lab = await getLab();
    if (!lab.ok) return lab;
    const after = await lab.value.trace(imaged.pixels, changed.value);
    return after.ok ? ok(props.check(answer, imaged.trace, after.value)) : after;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answer = answering.read();
    if (answer) judge(run(answer));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Facts {...props} imaged={imaged} />
      <AnswerFields fields={fields} answering={answering} />
      <CheckButton busy={busy} />
    </form>
  );
}

/** The two classes' logits, and the largest inputs with their weights. */
function Facts({ image, predicted, incoming, outcome, imaged }: Props & { readonly imaged: Imaged }) {
  const classWord = useClassWord();
  const { pixels, trace, weights } = imaged;
  return (
    <figure className={styles.beside} aria-label={words.caption()}>
      <figure>
        <PixelThumb pixels={pixels} className={styles.thumb} />
        <figcaption>
          {[predicted, image.label].map((name) => {
            const { logit, probability } = outcome(trace, name);
            return (
              <span key={name} className={styles.line}>
                <Rich
                  text={words.outcome({
                    name: classWord(name),
                    logit: formatNumber(logit, 2),
                    share: formatPercent(probability),
                  })}
                  tags={{ n: number, logit: (text) => <b className="number">{text}</b> }}
                />
              </span>
            );
          })}
        </figcaption>
      </figure>
      <div>
        <ScrollBox label={words.caption()}>
          <table className="table">
            <caption>{words.caption()}</caption>
            <thead>
              <tr>
                <th scope="col">{words.unit()}</th>
                <th scope="col">{words.value()}</th>
                <th scope="col">{words.for({ name: classWord(predicted) })}</th>
                <th scope="col">{words.for({ name: classWord(image.label) })}</th>
              </tr>
            </thead>
            <tbody>
              {incoming(trace, weights).map(({ unit, value, forPredicted, forRight }) => (
                <tr key={unit}>
                  <th scope="row" className="number">
                    {unit}
                  </th>
                  <td className="number">{formatNumber(value, 2)}</td>
                  <td className="number">{formatNumber(forPredicted)}</td>
                  <td className="number">{formatNumber(forRight)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        <SaveImage />
      </div>
    </figure>
  );
}
