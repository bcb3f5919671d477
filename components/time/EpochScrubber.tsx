'use client';

import { usePathname } from 'next/navigation';
import { runWord } from '@/components/epochs/run-words';
import { useLearner, useNetwork } from '@/components/state/hooks';
import { formatPercent } from '@/lib/format/format';
import type { Timeline } from '@/lib/state/network';
import { session } from '@/lib/state/session';
import styles from './EpochScrubber.module.css';
import { LossLine } from './LossLine';
import { useFilm } from './use-film';

/** Pages that show no network have nothing to go back in; the home page has its own place for it. */
const WITHOUT = ['/', '/quiz/', '/credits/'];

/** Below the spine: goes through the recorded epochs of the run. */
export function EpochScrubber() {
  return WITHOUT.includes(usePathname()) ? null : <RecordedEpochs />;
}

interface Props {
  /** Inside the page's content, whose edges it keeps. */
  readonly inside?: boolean;
}

/** Goes through the recorded epochs of the run: every page then shows the network as it was. */
export function RecordedEpochs({ inside = false }: Props) {
  const timeline = useNetwork((view) => view.timeline);
  return (
    // Its room is kept while the run's log is on its way.
    <section className={styles.scrubber} data-inside={inside} aria-label="Recorded epochs">
      {timeline && <Scrubber timeline={timeline} />}
    </section>
  );
}

function Scrubber({ timeline }: { readonly timeline: Timeline }) {
  const { epochs, run } = timeline;
  const epoch = useLearner((state) => state.epoch);
  const held = useLearner((state) => state.held);
  const travelTo = useLearner((state) => state.travelTo);
  const numbers = epochs.map((record) => record.epoch);
  const film = useFilm(numbers);
  const last = epochs[epochs.length - 1];
  const record = epochs.find((one) => one.epoch === epoch) ?? null;
  const place = record ? epochs.indexOf(record) : epochs.length;
  const words = record ? `Epoch ${record.epoch} of ${last.epoch}` : 'Now';
  return (
    <div className={styles.inside} data-back={record !== null}>
      <button type="button" className={styles.play} onClick={film.toggle} aria-pressed={film.playing}>
        <span aria-hidden="true">{film.playing ? '❚❚' : '▶'}</span>
        <span className="visually-hidden">{film.playing ? 'Halt the film' : 'Play all epochs'}</span>
      </button>
      <span className={styles.track}>
        <LossLine epochs={epochs} at={place} held={epochs.findIndex((one) => one.epoch === held)} />
        <input
          type="range"
          min={0}
          max={epochs.length}
          step={1}
          value={place}
          aria-label={`Epochs of ${runWord(run)}`}
          aria-valuetext={words}
          onPointerEnter={() => session.lookAhead()}
          onFocus={() => session.lookAhead()}
          onChange={({ target }) => {
            film.stop();
            travelTo(numbers[Number(target.value)] ?? null);
          }}
        />
      </span>
      <p className={styles.words}>
        <strong>{words}</strong>
        {record ? (
          <span className={styles.measured}>
            {formatPercent(record.accuracy)} right in training, {formatPercent(record.heldOutAccuracy)} held
            out
          </span>
        ) : (
          <span className={styles.measured}>Go back through {runWord(run)}</span>
        )}
      </p>
      <span className={styles.buttons}>
        <HoldButton epoch={(record ?? last).epoch} />
        <button
          type="button"
          className={styles.now}
          onClick={() => travelTo(null)}
          style={{ visibility: record ? 'visible' : 'hidden' }}
        >
          Back to now
        </button>
      </span>
    </div>
  );
}

/** Keeps an epoch beside whatever is shown next. Its words keep their room, so that nothing moves. */
function HoldButton({ epoch }: { readonly epoch: number }) {
  const held = useLearner((state) => state.held);
  const hold = useLearner((state) => state.hold);
  return (
    <button
      type="button"
      className={`${styles.now} ${styles.hold}`}
      data-held={held !== null}
      onClick={() => hold(held === null ? epoch : null)}
    >
      <span aria-hidden={held !== null}>Hold this epoch</span>
      <span aria-hidden={held === null}>Let go of epoch {held ?? epoch}</span>
    </button>
  );
}
