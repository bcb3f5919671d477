import words from '@/words/measured-on';

/** The pictures on which runs are measured. */
export type Measured = 'heldOut' | 'training';

const WORD: Readonly<Record<Measured, string>> = { heldOut: words.heldOut(), training: words.training() };

interface Props {
  /** What the group is called in its page; no other group has it. */
  readonly name: string;
  readonly className: string;
  readonly chosen: Measured;
  onChoose(chosen: Measured): void;
}

/** On which pictures the curves below are measured. */
export function MeasuredOn({ name, className, chosen, onChoose }: Props) {
  return (
    <fieldset className={className}>
      <legend className="visually-hidden">{words.legend()}</legend>
      {(['heldOut', 'training'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={chosen === one} onChange={() => onChoose(one)} />
          <span>{WORD[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
