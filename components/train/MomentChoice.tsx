import type { NetworkState } from '@/lib/engine/protocol';
import { formatCount } from '@/lib/format/format';
import type { Moment } from './compare';
import styles from './Network.module.css';

/** "before the first step", or the step from which on this picture was watched. */
export const stepWord = ({ step }: NetworkState): string =>
  step === 0 ? 'before the first step' : `at step ${formatCount(step)}`;

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const momentsOf = (start: NetworkState | null): readonly { moment: Moment; word: string }[] => [
  { moment: 'now', word: 'Now' },
  { moment: 'start', word: start ? upper(stepWord(start)) : '' },
  { moment: 'change', word: 'The change' },
];

interface Props {
  readonly moment: Moment;
  /** The state to compare with; null when there is none. */
  readonly start: NetworkState | null;
  onChoose(moment: Moment): void;
}

/** Which state of the network is shown below. */
export function MomentChoice({ moment, start, onChoose }: Props) {
  return (
    <fieldset className={styles.moments} disabled={start === null}>
      <legend className="visually-hidden">Which state of the network is shown</legend>
      {momentsOf(start).map(({ moment: one, word }) => (
        <label key={one}>
          <input type="radio" name="moment" checked={one === moment} onChange={() => onChoose(one)} />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}
