import Link from 'next/link';
import { useStageAddress } from '@/components/state/hooks';
import type { Step } from '@/lib/provenance/path';
import { withFollowed } from '@/lib/store/learner/write-address';
import words from '@/words/space';
import styles from './Space.module.css';

/** Where nothing can be drawn in space: why, and the flat pages that show the same value. */
export function FlatWays({ followed: { stage, cell } }: { readonly followed: Step }) {
  const addressOf = useStageAddress();
  const followed = { cell, channel: cell[2] ?? null };
  const trace = withFollowed(`/trace/?${new URLSearchParams({ stage })}`, followed);
  return (
    <div className={styles.flat}>
      <p role="status">{words.noWebGl()}</p>
      <ul>
        <li>
          <Link href={trace}>{words.flatTrace({ stage })}</Link>
        </li>
        <li>
          <Link href={withFollowed(addressOf(stage), followed)}>{words.flatLesson({ stage })}</Link>
        </li>
        <li>
          <Link href="/backward/">{words.flatBackward()}</Link>
        </li>
      </ul>
    </div>
  );
}
