import Link from 'next/link';
import words from '@/words/next-step';
import styles from './NextStep.module.css';

/** Where a page can lead on to, by the name of its words. */
const HREFS = {
  train: '/train/',
  why: '/modes/why/',
  lessons: '/stages/input/',
  trace: '/trace/',
  backward: '/backward/',
  whatIf: '/what-if/',
  sees: '/see/',
  faults: '/faults/',
  epochs: '/epochs/',
  quiz: '/quiz/',
  insight: '/insight/',
  recall: '/modes/recall/',
  ways: '/modes/',
  build: '/build/',
  data: '/data/',
  networks: '/networks/',
  takeHome: '/take-home/',
} as const;

/** A page that comes next. */
export type Onward = keyof typeof HREFS;

/** The end of a page: what comes next, the first of it as the next step. */
export function NextStep({ to }: { readonly to: readonly Onward[] }) {
  return (
    <nav className={styles.next} aria-label={words.label()}>
      <span>{words.label()}</span>
      {to.map((name, at) => (
        <Link key={name} href={HREFS[name]} className={at === 0 ? 'button' : 'button-quiet'} prefetch={false}>
          {words[name]()}
        </Link>
      ))}
    </nav>
  );
}
