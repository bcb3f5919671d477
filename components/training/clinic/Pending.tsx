import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSubject, useTrainingView } from '@/components/state/hooks';
import type { Mending } from '@/lib/data/sets/training/mend';
import type { StoredImages } from '@/lib/network/subject';
import { presentEngine } from '@/lib/store/engine/engine';
import { forgetMending } from '@/lib/store/explore/clinic';
import { notify } from '@/lib/store/page/notices';
import { turnToOpened } from '@/lib/store/session/turn-to-opened';
import { continueMended } from '@/lib/store/subject/mend-set';
import words from '@/words/clinic';
import styles from './Clinic.module.css';

interface Props {
  readonly images: StoredImages;
  readonly mending: Mending;
  /** The changes have been taken back, and the button for that is gone. */
  onForgotten(): void;
}

/** What is to be changed, and training on with it. */
export function Pending({ images, mending, onForgotten }: Props) {
  const router = useRouter();
  const architecture = useSubject((view) => view.subject.architecture);
  const settings = useTrainingView((view) => view.settings);
  const [state, setState] = useState<{ readonly busy: boolean; readonly sentence: string }>({
    busy: false,
    sentence: '',
  });
  const { relabelled, added } = mending;
  const isEmpty = relabelled.size + added.length === 0;
  async function apply() {
    const engine = presentEngine();
    if (state.busy || !engine) return;
    setState({ busy: true, sentence: '' });
    const { pathname } = window.location;
    const continued = await continueMended(engine, architecture, images, mending, settings);
    setState({ busy: false, sentence: continued.ok ? '' : continued.problem.sentence });
    if (!continued.ok) return;
    const { network, refused } = continued.value;
    if (refused > 0) notify(words.refused({ count: refused }));
    forgetMending();
    await turnToOpened(network, null);
    // Whoever has gone elsewhere meanwhile is left there.
    if (window.location.pathname === pathname) router.push('/train/');
  }
  return (
    <>
      {!isEmpty && (
        <>
          <p role="status">{words.pending({ relabelled: relabelled.size, added: added.length })}</p>
          <p className={styles.row}>
            <button type="button" className="button" aria-disabled={state.busy} onClick={() => void apply()}>
              {words.apply()}
            </button>
            <button
              type="button"
              className="button-quiet"
              aria-disabled={state.busy}
              onClick={() => {
                if (state.busy) return;
                forgetMending();
                onForgotten();
              }}
            >
              {words.forget()}
            </button>
          </p>
          <p className="label">{words.how()}</p>
        </>
      )}
      <p role="alert" className={styles.problem}>
        {state.busy ? words.applying() : state.sentence}
      </p>
    </>
  );
}
