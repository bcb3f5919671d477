import { useClassWord } from '@/components/state/hooks';

interface Props {
  /** The purpose of the choice. */
  readonly label: string;
  readonly classes: readonly string[];
  /** The unit of the chosen class. */
  readonly chosen: number;
  /** A note beside a class's name. */
  note?(unit: number): string;
  onChoose(unit: number): void;
}

/** One of a network's classes. */
export function ClassField({ label, classes, chosen, note, onChoose }: Props) {
  const classWord = useClassWord();
  return (
    <label className="field">
      {label}{' '}
      <select value={chosen} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
        {classes.map((name, unit) => (
          <option key={name} value={unit}>
            {classWord(name)}
            {note && ` (${note(unit)})`}
          </option>
        ))}
      </select>
    </label>
  );
}
