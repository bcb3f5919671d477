import { Choice } from '@/components/controls/Choice';
import { formatCount } from '@/lib/format/format';
import type { NetworkState } from '@/lib/network/run';
import words from '@/words/network-now';
import type { Moment } from './compare';

/** "Before the first step", or the step from which on this picture was watched. */
const stepWord = ({ step }: NetworkState): string =>
  words.atStep({ step: String(step), count: formatCount(step) });

interface Props {
  readonly moment: Moment;
  /** The state to compare with; null when there is none. */
  readonly start: NetworkState | null;
  onChoose(moment: Moment): void;
}

/** Which state of the network is shown below. */
export const MomentChoice = ({ moment, start, onChoose }: Props) => (
  <Choice
    label={words.which()}
    options={[
      { value: 'now', words: words.now() },
      { value: 'start', words: start ? stepWord(start) : '' },
      { value: 'change', words: words.change() },
    ]}
    chosen={moment}
    disabled={start === null}
    onChoose={onChoose}
  />
);
