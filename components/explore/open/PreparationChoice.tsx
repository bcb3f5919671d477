import { useId } from 'react';
import type { CustomText } from '@/lib/interchange/custom-preparation';
import type { PreparationName, Proposal, Reason, UsualPreparation } from '@/lib/interchange/preparation';
import words from '@/words/open-network';
import { CustomPreparation } from './CustomPreparation';
import styles from './Open.module.css';
import { Prediction } from './Prediction';
import type { Predictions } from './use-predictions';

interface Props {
  /** The usual ways that there are for the network. */
  readonly names: readonly UsualPreparation[];
  readonly channels: number;
  readonly proposal: Proposal;
  readonly chosen: PreparationName;
  /** The means and deviations that are entered. */
  readonly custom: CustomText;
  readonly predictions: Predictions;
  readonly classes: readonly string[];
  onChoose(name: PreparationName): void;
  onType(custom: CustomText): void;
}

const REASONS: Readonly<Record<Reason, () => string>> = {
  rescales: words.whyRescales,
  measured: words.whyMeasured,
  onnx: words.whyOnnx,
  usual: words.whyUsual,
};

/** What a value from 0 to 255 becomes. */
function howOf(name: UsualPreparation, { channels, proposal }: Props): string {
  if (name === 'bytes') return proposal.reason === 'rescales' ? words.bytesOwn() : words.bytesHow();
  if (name === 'standard') return channels === 1 ? words.mnistHow() : words.imagenetHow();
  return { unit: words.unitHow, signed: words.signedHow, inverted: words.invertedHow }[name]();
}

/** The ways of preparing images, each with what the network predicts after it: one sees which is right. */
export function PreparationChoice(props: Props) {
  const { names, channels, proposal, chosen, custom, predictions, classes, onChoose, onType } = props;
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
      <CustomPreparation
        group={group}
        channels={channels}
        isChosen={chosen === 'custom'}
        text={custom}
        predicted={predictions.get('custom')}
        classes={classes}
        onChoose={() => onChoose('custom')}
        onType={onType}
      />
    </div>
  );
}
