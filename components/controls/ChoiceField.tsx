import { useId, useRef } from 'react';
import { ScrollHint } from '@/components/site/ScrollHint';
import styles from './ChoiceField.module.css';

interface Props<T extends string | number> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly chosen: T;
  /** There is nothing to choose yet; the room is reserved. */
  readonly disabled?: boolean;
  onChoose(value: T): void;
}

/** One of a few, side by side. Where there is not room for all, as for the layers of a long network, the row scrolls. */
export function ChoiceField<T extends string | number>({
  label,
  options,
  chosen,
  disabled,
  onChoose,
}: Props<T>) {
  const name = useId();
  const row = useRef<HTMLFieldSetElement>(null);
  return (
    <div className={styles.field}>
      <ScrollHint of={row} above />
      <fieldset ref={row} className={styles.choice} disabled={disabled}>
        <legend className="visually-hidden">{label}</legend>
        {options.map(({ value, words }) => (
          <label key={value} className={styles.option}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {words}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
