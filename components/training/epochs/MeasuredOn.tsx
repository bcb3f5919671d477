import { Radios } from '@/components/controls/Radios';
import words from '@/words/measured-on';

/** The images on which runs are evaluated. */
export type Measured = 'heldOut' | 'test' | 'training';

const WORD: Readonly<Record<Measured, string>> = {
  heldOut: words.heldOut(),
  test: words.test(),
  training: words.training(),
};

interface Props<Part extends Measured> {
  /** The group's name, unique on the page. */
  readonly name: string;
  readonly parts: readonly Part[];
  readonly chosen: Part;
  onChoose(chosen: Part): void;
}

/** The choice of the images for the curves below. */
export const MeasuredOn = <Part extends Measured>({ parts, ...props }: Props<Part>) => (
  <Radios<Part>
    {...props}
    legend={<legend className="visually-hidden">{words.legend()}</legend>}
    options={parts.map((value) => ({ value, words: WORD[value] }))}
  />
);
