import { formatCount } from '@/lib/format/format';
import type { NetworkState } from '@/lib/network/run';
import words from '@/words/network-now';
import type { Moment } from './compare';
import styles from './Network.module.css';

/** "Before the first step", or the step from which on this picture was watched. */
const stepWord = ({ step }: NetworkState): string =>
  words.atStep({ step: String(step), count: formatCount(step) });

const momentsOf = (start: NetworkState | null): readonly { moment: Moment; word: string }[] => [
  { moment: 'now', word: words.now() },
  { moment: 'start', word: start ? stepWord(start) : '' },
  { moment: 'change', word: words.change() },
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
      <legend className="visually-hidden">{words.which()}</legend>
      {momentsOf(start).map(({ moment: one, word }) => (
        <label key={one}>
          <input type="radio" name="moment" checked={one === moment} onChange={() => onChoose(one)} />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}
