'use client';

import { range } from 'd3-array';
import { useMemo, useState } from 'react';
import { LineChart } from '@/components/charts/LineChart';
import { Rich } from '@/components/site/Rich';
import { formatWholePercent } from '@/lib/format/format';
import { atThreshold, type OneAgainstRest, ratesOf, type Scored } from '@/lib/metrics/classification';
import words from '@/words/metrics';
import type { Behind } from './behind';
import styles from './Metrics.module.css';
import { shareWords } from './words';

/** A threshold is chosen in whole hundredths. */
const STEPS = 100;

/** Distinguished without colour. */
const LINES = [
  { rate: 'precision', label: words.precision(), look: 'heavy' },
  { rate: 'recall', label: words.recall(), look: 'dashed' },
  { rate: 'f1', label: 'F1', look: 'dotted' },
] as const;

interface Props {
  readonly scored: Scored;
  readonly classes: readonly string[];
  readonly target: number;
  onChoose(target: number): void;
  onOpen(behind: Behind): void;
}

/** The threshold for predicting a class: the higher it is, the more images are missed. */
export function ThresholdBench({ scored, classes, target, onChoose, onOpen }: Props) {
  const [at, setAt] = useState(STEPS / 2);
  const curve = useMemo(
    () => range(STEPS + 1).map((step) => ratesOf(atThreshold(scored, target, step / STEPS))),
    [scored, target],
  );
  const lines = LINES.map(({ rate, label, look }) => ({
    id: rate,
    label,
    look,
    // Where nothing is predicted as the class, precision is a share of nothing.
    gaps: 'meant' as const,
    points: curve.map((rates, x) => ({ x, y: rates[rate] })),
  }));
  const parts = useMemo(() => atThreshold(scored, target, at / STEPS), [scored, target, at]);
  const { precision, recall } = ratesOf(parts);
  const name = classes[target];
  return (
    <div className={styles.threshold}>
      <div className={styles.ask}>
        <label className="field">
          {words.call()}{' '}
          <select value={target} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
            {classes.map((own, unit) => (
              <option key={own} value={unit}>
                {own}
              </option>
            ))}
          </select>
        </label>
        <p>
          <Rich
            text={words.whenAtLeast({ threshold: formatWholePercent(at / STEPS) })}
            tags={{ n: (text) => <b className="number">{text}</b> }}
          />
        </p>
      </div>
      <p role="status">
        {words.found({ name, precision: shareWords(precision), recall: shareWords(recall) })}
      </p>
      <LineChart
        title={words.chart({ name })}
        lines={lines}
        x={{ label: words.thresholdAxis(), domain: [0, STEPS] }}
        y={{ domain: [0, 1], ticks: '%' }}
        cursor={at}
        reach={[0, STEPS]}
        onCursor={setAt}
        readout={words.readout({
          threshold: formatWholePercent(at / STEPS),
          precision: shareWords(precision),
          recall: shareWords(recall),
        })}
      />
      <Square {...{ parts, name, onOpen }} />
    </div>
  );
}

const PARTS: readonly { readonly part: keyof OneAgainstRest; words(values: { name: string }): string }[] = [
  { part: 'hits', words: words.predictedAs },
  { part: 'misses', words: words.notPredictedAs },
  { part: 'falseAlarms', words: words.elseCalled },
  { part: 'rejections', words: words.elseNotCalled },
];

interface SquareProps {
  readonly parts: OneAgainstRest;
  readonly name: string;
  onOpen(behind: Behind): void;
}

/** The four outcomes, each with its images. */
function Square({ parts, name, onOpen }: SquareProps) {
  const all = PARTS.reduce((sum, { part }) => sum + parts[part].length, 0);
  return (
    <ul className={styles.square}>
      {PARTS.map(({ part, words: label }) => (
        <li key={part}>
          <button
            type="button"
            disabled={parts[part].length === 0}
            onClick={() =>
              onOpen({ title: `${parts[part].length} ${label({ name })}`, indices: parts[part] })
            }
          >
            <b className="number">{parts[part].length}</b> {label({ name })}
            <span
              className={styles.share}
              style={{ inlineSize: `${(parts[part].length / all) * 100}%` }}
              aria-hidden="true"
            />
          </button>
        </li>
      ))}
    </ul>
  );
}
