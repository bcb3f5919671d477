import { useClassWord } from '@/components/state/hooks';

interface Props {
  /** What the class is chosen for. */
  readonly label: string;
  readonly classes: readonly string[];
  /** Its unit. */
  readonly chosen: number;
  /** What is said of a class beside its name. */
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
