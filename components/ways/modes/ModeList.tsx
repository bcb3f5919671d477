import Link from 'next/link';
import { bold, number, Rich } from '@/components/site/Rich';
import words from '@/words/modes';
import styles from './Modes.module.css';

/** A way to learn, as the list shows it. */
export interface Way {
  readonly href: string;
  readonly title: string;
  readonly minutes: number;
  readonly summary: string;
  /** What a learner can do after it, as the end of "After it you can". */
  readonly after: string;
}

interface Props {
  readonly ways: readonly Way[];
  /** Of the titles in the page. */
  readonly level: 'h2' | 'h3';
}

/** Ways to learn, each with its duration and what the learner can do after it. */
export function ModeList({ ways, level: Heading }: Props) {
  return (
    <ul className={styles.list}>
      {ways.map(({ href, title, minutes, summary, after }) => (
        <li key={href}>
          <Heading>
            <Link href={href} prefetch={false}>
              {title}
            </Link>
          </Heading>
          <p className="label">
            <Rich text={words.minutes({ minutes })} tags={{ n: number }} />
          </p>
          <p>{summary}</p>
          <p className={styles.after}>
            <Rich text={words.afterIt({ after })} tags={{ b: bold }} />
          </p>
        </li>
      ))}
    </ul>
  );
}
