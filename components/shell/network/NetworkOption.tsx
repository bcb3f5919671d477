import { useLearner } from '@/components/state/hooks';
import { learner } from '@/lib/store/learner/learner';
import { FIRST_SUBJECT } from '@/lib/store/subject/subject';
import styles from './NetworkLine.module.css';

interface Props {
  /** The id of its subject. */
  readonly id: string;
  readonly name: string;
  /** What one should know of it. */
  readonly lines: readonly string[];
}

/** One of the networks that all pages can show. */
export function NetworkOption({ id, name, lines }: Props) {
  const chosen = useLearner(({ network }) => network ?? FIRST_SUBJECT);
  return (
    <label className={styles.option}>
      <input
        type="radio"
        name="network"
        checked={chosen === id}
        onChange={() => learner.getState().chooseNetwork(id)}
      />
      <b>{name}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </label>
  );
}
