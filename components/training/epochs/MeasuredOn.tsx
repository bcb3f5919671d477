import { Radios } from '@/components/controls/Radios';
import words from '@/words/measured-on';

/** The images on which runs are evaluated. */
export type Measured = 'heldOut' | 'training';

const WORD: Readonly<Record<Measured, string>> = { heldOut: words.heldOut(), training: words.training() };

interface Props {
  /** The group's name, unique on the page. */
  readonly name: string;
  readonly chosen: Measured;
  onChoose(chosen: Measured): void;
}

/** The choice of the images for the curves below. */
export const MeasuredOn = (props: Props) => (
  <Radios
    {...props}
    legend={<legend className="visually-hidden">{words.legend()}</legend>}
    options={(['heldOut', 'training'] as const).map((value) => ({ value, words: WORD[value] }))}
  />
);
