'use client';

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { conclude } from '@/lib/experiment/conclusion';
import { asCsv, asJson } from '@/lib/experiment/export';
import { unfinished } from '@/lib/experiment/kept-experiments';
import type { Experiment } from '@/lib/experiment/plan';
import { isDone } from '@/lib/experiment/plan';
import { saveFile } from '@/lib/site/save-file';
import { experimenting, experiments } from '@/lib/store/explore/experiment';
import words from '@/words/experiment';
import conclusionWordsTexts from '@/words/experiment-conclusion';
import { LOCALE } from '@/words/locale';
import { brokenSentence, guessSentence, headline, methodSentence, pairSentence } from './conclusion-words';
import styles from './Experiment.module.css';
import { PlanForm } from './PlanForm';
import { Progress } from './Progress';
import { RunTable } from './RunTable';
import { SpreadCharts } from './SpreadCharts';
import { planWord } from './words';

const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

/** Plans experiments, shows the one that is running, and the results of finished ones. */
export function ExperimentBench() {
  const all = useStore(experiments, (view) => view.all);
  const sentence = useStore(experiments, (view) => view.sentence);
  const [chosen, choose] = useState<number | null>(null);
  useEffect(() => void experimenting.restore(), []);
  const underWay = unfinished(all);
  // It stays selected when it is finished: by date it need not be the newest, as clocks can be wrong.
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

/** The conclusion of the experiment in words: which differences are more than noise, and which are not. */
function ConclusionWords({ experiment }: { readonly experiment: Experiment }) {
  const { plan } = experiment;
  const conclusion = conclude(experiment);
  if (!conclusion) return null;
  const further = [brokenSentence(plan, conclusion), guessSentence(plan, conclusion)];
  return (
    <section className={styles.conclusion} aria-label={conclusionWordsTexts.conclusion()}>
      <h4>{headline(plan, conclusion)}</h4>
      <ul>
        {conclusion.pairs.map((pair) => (
          <li key={`${pair.ahead} ${pair.behind}`}>{pairSentence(plan, pair)}</li>
        ))}
      </ul>
      {further.map((sentence) => sentence && <p key={sentence}>{sentence}</p>)}
      {conclusion.pairs.length > 0 && (
        <details>
          <summary>{conclusionWordsTexts.howReckoned()}</summary>
          <p>{methodSentence(plan, conclusion)}</p>
        </details>
      )}
    </section>
  );
}

/** The actions for a finished experiment. */
function ResultTools({ experiment }: { readonly experiment: Experiment }) {
  const save = (extension: string, text: string) =>
    saveFile(`experiment-${experiment.plan.factor}.${extension}`, new TextEncoder().encode(text));
  return (
    <p className={`button-row ${styles.buttons}`}>
      <button type="button" className="button-quiet" onClick={() => save('csv', asCsv(experiment))}>
        {words.saveCsv()}
      </button>
      <button type="button" className="button-quiet" onClick={() => save('json', asJson(experiment))}>
        {words.saveJson()}
      </button>
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          if (window.confirm(words.deleteSure())) void experimenting.remove(experiment.begunAt);
        }}
      >
        {words.delete()}
      </button>
    </p>
  );
}
