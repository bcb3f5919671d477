import type { Moment } from './compare';
import styles from './Network.module.css';

const MOMENTS: readonly { moment: Moment; word: string }[] = [
  { moment: 'now', word: 'Now' },
  { moment: 'start', word: 'Before the first step' },
  { moment: 'change', word: 'The change' },
];

interface Props {
  readonly moment: Moment;
  /** Whether the network was seen before its first step, with this picture. */
  readonly can: boolean;
  onChoose(moment: Moment): void;
}

/** Which state of the network is shown below. */
export function MomentChoice({ moment, can, onChoose }: Props) {
  return (
    <fieldset className={styles.moments} disabled={!can}>
      <legend className="visually-hidden">Which state of the network is shown</legend>
      {MOMENTS.map(({ moment: one, word }) => (
        <label key={one}>
          <input type="radio" name="moment" checked={one === moment} onChange={() => onChoose(one)} />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}
