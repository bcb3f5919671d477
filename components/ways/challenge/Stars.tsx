import { MOST_STARS, starSigns } from '@/lib/challenges/standing';
import words from '@/words/challenge';
import styles from './Challenge.module.css';

/** The stars of a problem: earned and missing ones. */
export function Stars({ stars }: { readonly stars: number }) {
  return (
    <span className={styles.stars} role="img" aria-label={words.stars({ stars, most: MOST_STARS })}>
      {starSigns(stars)}
    </span>
  );
}
