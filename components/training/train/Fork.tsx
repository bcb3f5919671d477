'use client';

import { useId, useState } from 'react';
import fieldStyles from '@/components/controls/Field.module.css';
import { useLearner, useTimeline } from '@/components/state/hooks';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Timeline } from '@/lib/store/runs/runs';
import { trainingOrders } from '@/lib/store/session/training-orders';
import words from '@/words/fork';
import styles from './settings/Settings.module.css';

interface Props {
  /** The settings in the fields; null while one of them is invalid. */
  readonly settings: TrainingSettings | null;
  /** No branch can start while a run is under way. */
  readonly locked: boolean;
}

/** Branches from a recorded epoch with the settings in the fields. */
export function Fork({ settings, locked }: Props) {
  const timeline = useTimeline();
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
      <summary>{words.leave({ run: timeline.run })}</summary>
      <p className={fieldStyles.words}>{words.about()}</p>
      <div className={styles.grid}>
        <div className={fieldStyles.field}>
          <label htmlFor={field}>{words.epoch()}</label>
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
      <p className={fieldStyles.words} data-problem={!fits}>
        {fits ? words.willTrain({ from: epoch + 1, to: settings.epochs }) : words.setMore({ epoch })}
      </p>
      <button
        type="button"
        className="button-quiet"
        aria-disabled={!fits}
        onClick={() => fits && trainingOrders.fork(epoch, settings)}
      >
        {words.goOn({ epoch })}
      </button>
    </details>
  );
}
