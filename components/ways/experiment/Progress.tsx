'use client';

import { useStore } from 'zustand';
import { timeLeft } from '@/lib/experiment/cost';
import { type Experiment, runsOf } from '@/lib/experiment/plan';
import { formatDuration } from '@/lib/format/format';
import { type ExperimentPhase, experimenting, experiments } from '@/lib/store/explore/experiment';
import words from '@/words/experiment';
import styles from './Experiment.module.css';
import { variantWords } from './words';

const PHASE_SENTENCE: Readonly<Record<ExperimentPhase, string>> = {
  rest: words.rest(),
  running: words.running(),
  waiting: words.waiting(),
  paused: words.paused(),
  elsewhere: words.elsewhere(),
};

/** The progress of the unfinished experiment, and the actions for it. */
export function Progress({ experiment }: { readonly experiment: Experiment }) {
  const phase = useStore(experiments, (view) => view.phase);
  const halted = phase === 'rest' || phase === 'paused';
  return (
    <>
      <Bar experiment={experiment} />
      <p role="status" className={styles.phase}>
        {PHASE_SENTENCE[phase]}
      </p>
      <p className={`button-row ${styles.buttons}`}>
        <button
          type="button"
          className="button"
          aria-disabled={phase === 'elsewhere'}
          onClick={() => {
            if (halted) experimenting.resume();
            else if (phase !== 'elsewhere') experimenting.pause();
          }}
        >
          {halted ? words.resume() : words.pause()}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            if (window.confirm(words.giveUpSure())) void experimenting.remove(experiment.begunAt);
          }}
        >
          {words.giveUp()}
        </button>
      </p>
    </>
  );
}

function Bar({ experiment }: { readonly experiment: Experiment }) {
  const now = useStore(experiments, (view) => view.now);
  const { plan, runs } = experiment;
  const all = runsOf(plan).length;
  const share = now?.share ?? 0;
  const left = timeLeft(experiment, share);
  const which = now
    ? words.run({
        run: runs.length + 1,
        all,
        factor: plan.factor,
        variant: variantWords(plan)[now.run.variant],
        seed: now.run.seed,
      })
    : words.finished({ runs: runs.length, all });
  return (
    <div className={styles.progress}>
      <progress max={all} value={runs.length + share} aria-label={words.runsOf()} />
      <p className="number">
        {which} {left !== null && words.left({ time: formatDuration(Math.max(1000, left)) })}
      </p>
    </div>
  );
}
