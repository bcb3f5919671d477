import { useId } from 'react';
import { formatPercent } from '@/lib/format/format';
import type { PreparationName, Proposal, Reason } from '@/lib/interchange/preparation';
import { ranked } from '@/lib/questions/choose';
import type { Result } from '@/lib/result';
import words from '@/words/open-network';
import styles from './Open.module.css';
import type { Predictions } from './use-predictions';

interface Props {
  readonly names: readonly PreparationName[];
  readonly channels: number;
  readonly proposal: Proposal;
  readonly chosen: PreparationName;
  readonly predictions: Predictions;
  readonly classes: readonly string[];
  onChoose(name: PreparationName): void;
}

/** How many classes are shown for each way of preparing. */
const SHOWN = 3;

const REASONS: Readonly<Record<Reason, () => string>> = {
  rescales: words.whyRescales,
  measured: words.whyMeasured,
  onnx: words.whyOnnx,
  usual: words.whyUsual,
};

/** What a value from 0 to 255 becomes. */
function howOf(name: PreparationName, { channels, proposal }: Props): string {
  if (name === 'bytes') return proposal.reason === 'rescales' ? words.bytesOwn() : words.bytesHow();
  if (name === 'standard') return channels === 1 ? words.mnistHow() : words.imagenetHow();
  return { unit: words.unitHow, signed: words.signedHow, inverted: words.invertedHow }[name]();
}

/** The ways of preparing images, each with what the network predicts after it: one sees which is right. */
export function PreparationChoice(props: Props) {
  const { names, proposal, chosen, predictions, classes, onChoose } = props;
  const group = useId();
  return (
    <div className={styles.ways}>
      {names.map((name) => (
        <label key={name} className={styles.way}>
          <input type="radio" name={group} checked={name === chosen} onChange={() => onChoose(name)} />
          <span className={styles.how}>
            <b>{words[name]()}</b>
            <span>{howOf(name, props)}</span>
            {name === proposal.name && (
              <span className={styles.proposed}>
                {words.proposed()}: {REASONS[proposal.reason]()}
              </span>
            )}
          </span>
          <Prediction predicted={predictions.get(name)} classes={classes} />
        </label>
      ))}
    </div>
  );
}

interface PredictionProps {
  /** Undefined while it is being computed. */
  readonly predicted: Result<Float32Array> | undefined;
  readonly classes: readonly string[];
}

/** The most probable classes. */
function Prediction({ predicted, classes }: PredictionProps) {
  if (!predicted) return <span className={styles.predicted}>{words.predicting()}</span>;
  if (!predicted.ok) return <span className={styles.predicted}>{predicted.problem.sentence}</span>;
  const shares = [...predicted.value];
  return (
    <span className={styles.predicted}>
      {ranked(shares)
        .slice(0, SHOWN)
        .map((unit) => (
          <span key={unit} className={styles.share}>
            <span>{classes[unit]}</span> <span className="number">{formatPercent(shares[unit])}</span>
          </span>
        ))}
    </span>
  );
}
