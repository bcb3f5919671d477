'use client';

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Experiment, isDone } from '@/lib/experiment/plan';
import { experimenting, experiments, unfinished } from '@/lib/state/experiment';
import words from '@/words/experiment';
import { LOCALE } from '@/words/locale';
import { ConclusionWords } from './ConclusionWords';
import styles from './Experiment.module.css';
import { PlanForm } from './PlanForm';
import { Progress } from './Progress';
import { ResultTools } from './ResultTools';
import { RunTable } from './RunTable';
import { SpreadCharts } from './SpreadCharts';
import { planWord } from './words';

const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

/** Plans experiments, shows the one under way, and what came of those that are finished. */
export function ExperimentBench() {
  const all = useStore(experiments, (view) => view.all);
  const sentence = useStore(experiments, (view) => view.sentence);
  const [chosen, choose] = useState<number | null>(null);
  useEffect(() => void experimenting.restore(), []);
  const underWay = unfinished(all);
  // It stays the one that is shown when it is finished: by their dates it need not be the newest, as clocks can be wrong.
  const begunAt = underWay?.begunAt ?? null;
  useEffect(() => {
    if (begunAt !== null) choose(begunAt);
  }, [begunAt]);
  if (!all) return <p className={styles.room}>{words.reading()}</p>;
  const shown = underWay ?? all.find(({ begunAt }) => begunAt === chosen) ?? all.at(0) ?? null;
  return (
    <div className={styles.bench}>
      <p role="status" className={styles.sentence}>
        {sentence}
      </p>
      {!underWay && all.length > 1 && shown && <Chooser all={all} shown={shown} onChoose={choose} />}
      {shown && <Shown key={shown.begunAt} experiment={shown} />}
      {!underWay && <PlanForm first={all.length === 0} onBegin={(plan) => void experimenting.begin(plan)} />}
    </div>
  );
}

interface ChooserProps {
  readonly all: readonly Experiment[];
  readonly shown: Experiment;
  onChoose(begunAt: number): void;
}

function Chooser({ all, shown, onChoose }: ChooserProps) {
  return (
    <p className="field">
      <label>
        {words.yours()}{' '}
        <select value={shown.begunAt} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
          {all.map(({ begunAt, plan }) => (
            <option key={begunAt} value={begunAt}>
              {words.dated({ plan: planWord(plan), date: date.format(begunAt) })}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

function Shown({ experiment }: { readonly experiment: Experiment }) {
  const done = isDone(experiment);
  return (
    <section aria-labelledby="experiment-shown">
      <h3 id="experiment-shown">{planWord(experiment.plan)}</h3>
      {done ? <ConclusionWords experiment={experiment} /> : <Progress experiment={experiment} />}
      <SpreadCharts experiment={experiment} />
      <RunTable experiment={experiment} />
      {done && <ResultTools experiment={experiment} />}
    </section>
  );
}
