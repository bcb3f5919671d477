'use client';

import { useStore } from 'zustand';
import { timeLeft } from '@/lib/experiment/cost';
import { type Experiment, runsOf } from '@/lib/experiment/plan';
import { formatDuration } from '@/lib/format/format';
import { type ExperimentPhase, experimenting, experiments } from '@/lib/state/experiment';
import styles from './Experiment.module.css';
import { FACTOR_WORD, variantWords } from './words';

const PHASE_SENTENCE: Readonly<Record<ExperimentPhase, string>> = {
  rest: 'It is not finished. What is trained is kept; the run that was interrupted starts again with its seed.',
  running:
    'It goes on while you read other pages. If you close the tab, the finished runs are kept, and the one under way starts again with its seed when you come back.',
  waiting: 'It waits until your own network has stopped training, and goes on by itself.',
  paused: 'Paused. It goes on from this step; after a reload the run starts again with its seed.',
  elsewhere: 'It waits for its turn: another tab of this site has it, or is just letting it go.',
};

/** How far the unfinished experiment is, and what can be done with it. */
export function Progress({ experiment }: { readonly experiment: Experiment }) {
  const phase = useStore(experiments, (view) => view.phase);
  const halted = phase === 'rest' || phase === 'paused';
  return (
    <>
      <Bar experiment={experiment} />
      <p role="status" className={styles.phase}>
        {PHASE_SENTENCE[phase]}
      </p>
      <p className={styles.buttons}>
        <button
          type="button"
          className="button"
          aria-disabled={phase === 'elsewhere'}
          onClick={() => {
            if (halted) experimenting.resume();
            else if (phase !== 'elsewhere') experimenting.pause();
          }}
        >
          {halted ? 'Resume' : 'Pause'}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            if (window.confirm('Give this experiment up? What is trained of it is deleted.'))
              void experimenting.remove(experiment.begunAt);
          }}
        >
          Give it up
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
    ? `Run ${runs.length + 1} of ${all}: ${FACTOR_WORD[plan.factor].toLowerCase()} ${variantWords(plan)[now.run.variant]}, seed ${now.run.seed}.`
    : `${runs.length} of ${all} runs are finished.`;
  return (
    <div className={styles.progress}>
      <progress max={all} value={runs.length + share} aria-label="Runs of the experiment" />
      <p className="number">
        {which} {left !== null && `About ${formatDuration(Math.max(1000, left))} left.`}
      </p>
    </div>
  );
}
