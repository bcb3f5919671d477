'use client';

import { useId, useState } from 'react';
import { runWord } from '@/components/epochs/run-words';
import { useLearner, useNetwork } from '@/components/state/hooks';
import type { TrainingSettings } from '@/lib/engine/protocol';
import type { Timeline } from '@/lib/state/network';
import { session } from '@/lib/state/session';
import styles from './Settings.module.css';

interface Props {
  /** What the fields say; null as long as one of them can't be used. */
  readonly settings: TrainingSettings | null;
  /** While a run is under way none can be left. */
  readonly locked: boolean;
}

/** Goes on from a recorded epoch with the settings in the fields. */
export function Fork({ settings, locked }: Props) {
  const timeline = useNetwork((view) => view.timeline);
  if (!timeline || locked) return null;
  return <ForkFrom timeline={timeline} settings={settings} />;
}

function ForkFrom({ timeline, settings }: { timeline: Timeline; settings: TrainingSettings | null }) {
  const field = useId();
  const shown = useLearner((state) => state.epoch);
  const [chosen, setChosen] = useState<number | null>(null);
  const epochs = timeline.epochs.map(({ epoch }) => epoch);
  const last = epochs[epochs.length - 1];
  const epoch = [chosen, shown].find((one) => one !== null && epochs.includes(one)) ?? last;
  const fits = settings !== null && settings.epochs > epoch;
  return (
    <details className={styles.more}>
      <summary>Leave {runWord(timeline.run)} at an epoch</summary>
      <p className={styles.words}>
        A run of its own begins with the weights at the end of that epoch and goes on with the settings above;
        the charts show both. Where the network still stands at that epoch, its weights are taken over
        exactly; of other epochs the large kernels were kept in one byte a value, so the new run begins with
        them rounded. The optimizer begins afresh.
      </p>
      <div className={styles.grid}>
        <div className={styles.field}>
          <label htmlFor={field}>Epoch</label>
          <select
            id={field}
            value={epoch}
            onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
          >
            {epochs.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className={styles.words} data-problem={!fits}>
        {fits
          ? `It will train epochs ${epoch + 1} to ${settings.epochs}.`
          : `Set more epochs than ${epoch} above: they are counted on from there.`}
      </p>
      <button
        type="button"
        className="button-quiet"
        aria-disabled={!fits}
        onClick={() => fits && session.fork(epoch, settings)}
      >
        Go on from epoch {epoch}
      </button>
    </details>
  );
}
