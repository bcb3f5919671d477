import { SPLITS } from '@/lib/data/sets/labelled-set';
import { formatCount } from '@/lib/format/format';
import words from '@/words/data-page';
import styles from './Data.module.css';

interface Props {
  readonly classes: readonly string[];
  /** `[split][class]`. */
  readonly counts: readonly (readonly number[])[];
}

const sum = (row: readonly number[]): number => row.reduce((all, count) => all + count, 0);

/** How many images there are of each class in each split. Splits without images are left out. */
export function CountsTable({ classes, counts }: Props) {
  const there = SPLITS.flatMap((name, at) => (sum(counts[at]) > 0 ? [{ name, row: counts[at] }] : []));
  return (
    <section className={styles.counts} aria-label={words.counts()}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.class()}</th>
            {there.map(({ name }) => (
              <th key={name} scope="col" className="number">
                {words[name]()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((name, label) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {there.map((split) => (
                <td key={split.name} className="number">
                  {formatCount(split.row[label])}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{words.total()}</th>
            {there.map((split) => (
              <td key={split.name} className="number">
                {formatCount(sum(split.row))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
