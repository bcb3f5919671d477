'use client';

import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { useHasEpochs, useLearner, useTimeline, useTrainingView } from '@/components/state/hooks';
import { formatPercent } from '@/lib/format/format';
import type { Timeline } from '@/lib/store/runs/runs';
import { session } from '@/lib/store/session/session';
import { isTraining } from '@/lib/store/training/training';
import words from '@/words/time';
import styles from './EpochScrubber.module.css';
import { LossLine } from './LossLine';
import { useFilm } from './use-film';
import { useMetTraining } from './use-met-training';

/** Pages on which no epoch makes a difference; the home page has a scrubber of its own, and the film goes through the run. */
const WITHOUT =
  /^\/((film|quiz|faults|open|build|data|networks|glossary|take-home|credits)\/|modes\/((challenge|experiment|recall|try-it)\/)?)?$/;

/** Beside the stages: selects a recorded epoch of the run. Where there is little room, a chip unfolds it. */
export function EpochScrubber() {
  const without = WITHOUT.test(usePathname());
  // Also where the run, and with it the button that depends on this, is still loading.
  useMetTraining();
  const hasEpochs = useHasEpochs();
  const timeline = useTimeline();
  const epoch = useLearner((state) => state.epoch);
  const pinned = useLearner((state) => state.pinned);
  const [open, setOpen] = useState(false);
  const back = epoch !== null || pinned !== null;
  const [before, setBefore] = useState(false);
  // An epoch of the past is never shown without what leads back; after that it is the learner's to fold.
  if (back !== before) {
    setBefore(back);
    if (back) setOpen(true);
  }
  if (without || !(hasEpochs || timeline)) return null;
  return (
    <>
      <button
        type="button"
        className={`button-bare ${styles.chip}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.chip({ epoch: `${epoch ?? 'now'}` })}
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path
            d={open ? 'M1 5l4-4 4 4' : 'M1 1l4 4 4-4'}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </svg>
      </button>
      <div className={styles.fold} data-open={open}>
        <RecordedEpochs />
      </div>
    </>
  );
}

interface Props {
  /** Within the page's content, aligned with its edges. */
  readonly inside?: boolean;
}

/** Selects a recorded epoch of the run: every page then shows the network of that epoch. */
export function RecordedEpochs({ inside = false }: Props) {
  const timeline = useTimeline();
  const hasEpochs = useHasEpochs();
  const training = useTrainingView(isTraining);
  if (!hasEpochs && !timeline) return null;
  return (
    // Its room is reserved while the run's log is loading.
    <section className={styles.scrubber} data-inside={inside} aria-label={words.recorded()}>
      {timeline ? (
        <Scrubber timeline={timeline} />
      ) : (
        training && <p className={styles.none}>{words.noneYet()}</p>
      )}
    </section>
  );
}

function Scrubber({ timeline }: { readonly timeline: Timeline }) {
  const { epochs, run } = timeline;
  const epoch = useLearner((state) => state.epoch);
  const pinned = useLearner((state) => state.pinned);
  const travelTo = useLearner((state) => state.travelTo);
  const numbers = epochs.map((record) => record.epoch);
  const film = useFilm(numbers);
  const last = epochs[epochs.length - 1];
  const record = epochs.find((one) => one.epoch === epoch) ?? null;
  const at = record ? epochs.indexOf(record) : epochs.length;
  const place = record ? words.epochOf({ epoch: record.epoch, last: last.epoch }) : words.now();
  return (
    <div className={styles.inside} data-back={record !== null}>
      <button type="button" className={styles.play} onClick={film.toggle} aria-pressed={film.playing}>
        <span aria-hidden="true">{film.playing ? '❚❚' : '▶'}</span>
        <span className="visually-hidden">{film.playing ? words.halt() : words.play()}</span>
      </button>
      <span className={styles.track}>
        <LossLine epochs={epochs} at={at} pinned={epochs.findIndex((one) => one.epoch === pinned)} />
        <input
          type="range"
          min={0}
          max={epochs.length}
          step={1}
          value={at}
          aria-label={words.epochsOf({ run })}
          aria-valuetext={place}
          onPointerEnter={() => session.lookAhead()}
          onFocus={() => session.lookAhead()}
          onChange={({ target }) => {
            film.stop();
            travelTo(numbers[Number(target.value)] ?? null);
          }}
        />
      </span>
      <p className={styles.words}>
        <strong>{place}</strong>
        {record ? (
          <span className={styles.measured}>
            {words.measured({
              training: formatPercent(record.accuracy),
              heldOut: formatPercent(record.heldOutAccuracy),
            })}
          </span>
        ) : (
          <span className={styles.measured}>{words.goBack({ run })}</span>
        )}
      </p>
      <span className={styles.buttons}>
        <PinButton epoch={(record ?? last).epoch} />
        <button
          type="button"
          className={styles.now}
          onClick={() => travelTo(null)}
          aria-label={words.backToNow()}
          style={{ visibility: record ? 'visible' : 'hidden' }}
        >
          <span className={styles.whole}>{words.backToNow()}</span>
          <span className={styles.short}>{words.now()}</span>
        </button>
      </span>
    </div>
  );
}

/** Pins an epoch for comparison, once training is known. Its labels keep their room, so that nothing moves. */
function PinButton({ epoch }: { readonly epoch: number }) {
  const pinned = useLearner((state) => state.pinned);
  const pin = useLearner((state) => state.pin);
  const met = useMetTraining();
  return (
    <button
      type="button"
      className={`${styles.now} ${styles.pin}`}
      data-pinned={pinned !== null}
      data-met={met}
      onClick={() => pin(pinned === null ? epoch : null)}
    >
      <span aria-hidden={pinned !== null}>{words.pin({ epoch })}</span>
      <span aria-hidden={pinned === null}>{words.unpin()}</span>
    </button>
  );
}
