'use client';

import { barLength } from '@/components/charts/share';
import { Savable } from '@/components/controls/Savable';
import { ScrollBox } from '@/components/site/ScrollBox';
import { useClassWord, usePipeline, useStageTrace } from '@/components/state/hooks';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/backward';
import styles from './Backward.module.css';

interface Props {
  /** One gradient per class. */
  readonly values: Float32Array | null;
  readonly label: number;
}

/** The start of the backward pass: the loss's gradient with respect to each class's logit. */
export function LogitGradients({ values, label }: Props) {
  const classWord = useClassWord();
  const { architecture, stages } = usePipeline();
  const probabilities = useStageTrace(stages[stages.length - 1].id)?.values;
  return (
    <Savable label={words.ofLoss()}>
      <ScrollBox label={words.ofLoss()}>
        <table className={`table ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{words.class()}</th>
              <th scope="col">{words.probability()}</th>
              <th scope="col">{words.ifRight()}</th>
              <th scope="col">{words.toLogit()}</th>
              <td />
            </tr>
          </thead>
          <tbody className="number">
            {architecture.classes.map((name, unit) => (
              <tr key={name} data-right={unit === label}>
                <th scope="row">{classWord(name)}</th>
                <td>{probabilities ? formatNumber(probabilities[unit]) : '…'}</td>
                <td>{unit === label ? '− 1' : ''}</td>
                <td>{values ? formatNumber(values[unit]) : '…'}</td>
                <td className={styles.sway} aria-hidden="true">
                  <span
                    data-sign={values && values[unit] < 0 ? 'down' : 'up'}
                    style={{ width: barLength(Math.abs(values?.[unit] ?? 0) / 2) }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Savable>
  );
}
