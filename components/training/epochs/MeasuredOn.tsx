import { Radios } from '@/components/controls/Radios';
import words from '@/words/measured-on';

/** The images on which runs are measured. */
export type Measured = 'heldOut' | 'training';

const WORD: Readonly<Record<Measured, string>> = { heldOut: words.heldOut(), training: words.training() };

interface Props {
  /** What the group is called in its page; no other group has it. */
  readonly name: string;
  readonly chosen: Measured;
  onChoose(chosen: Measured): void;
}

/** On which images the curves below are measured. */
export const MeasuredOn = (props: Props) => (
  <Radios
    {...props}
    legend={<legend className="visually-hidden">{words.legend()}</legend>}
    options={(['heldOut', 'training'] as const).map((value) => ({ value, words: WORD[value] }))}
  />
);
