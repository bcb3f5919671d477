import Link from 'next/link';
import { useDataSet } from '@/components/state/hooks';
import { sampleId } from '@/lib/data/sets/training/stored-samples';
import { session } from '@/lib/store/session/session';
import words from '@/words/clinic';
import own from '@/words/own-set';
import styles from './Clinic.module.css';
import type { Mistake } from './mistake';

/** The image's trace, and what contributes to its prediction. */
export function WhyLinks({ mistake: { place, label, pixels } }: { readonly mistake: Mistake }) {
  const { classes } = useDataSet();
  const choose = () =>
    session.chooseImage({
      id: sampleId(place),
      kind: 'sample',
      label: classes[label],
      name: own.sample({ number: place + 1 }),
      pixels,
    });
  return (
    <p className={styles.row}>
      <Link href="/see/#versus" className="button-quiet" prefetch={false} onClick={choose}>
        {words.why()}
      </Link>
      <Link href="/trace/" className="button-quiet" prefetch={false} onClick={choose}>
        {words.trace()}
      </Link>
    </p>
  );
}
