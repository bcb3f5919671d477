import { starSigns } from '@/lib/challenges/standing';
import { MOST_STARS } from '@/lib/challenges/standing-schema';
import styles from './Challenge.module.css';

/** The stars of a problem: full ones and those that are missing. */
export function Stars({ stars }: { readonly stars: number }) {
  return (
    <span className={styles.stars} role="img" aria-label={`${stars} of ${MOST_STARS} stars`}>
      {starSigns(stars)}
    </span>
  );
}
