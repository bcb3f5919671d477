'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { Radios } from '@/components/controls/Radios';
import { useImage, useTrace, useTrainingView } from '@/components/state/hooks';
import type { Suspicion } from '@/lib/challenges/faults/suspicions';
import { caseOf, LOOKED_AT } from '@/lib/course/faults/cases';
import { SIGNATURES } from '@/lib/course/faults/signatures';
import { formatPercent } from '@/lib/format/format';
import { offline } from '@/lib/store/page/offline';
import { isTraining } from '@/lib/store/training/training';
import words from '@/words/faults';
import { LiveCharts } from '../train/LiveCharts';
import { EvidenceCharts, EvidencePanels } from './EvidencePanels';
import styles from './Faults.module.css';
import { Suspicions } from './Suspicions';
import { type CaseView, useCase } from './use-case';
import { Verdict } from './Verdict';

const MOST_CASES = 9999;

/** The case that the address names; otherwise a new one. */
function firstCase(): number {
  const named = Number(new URLSearchParams(window.location.search).get('case'));
  return Number.isInteger(named) && named > 0 && named <= MOST_CASES
    ? named
    : 1 + Math.floor(Math.random() * MOST_CASES);
}

/** Before a case is begun: the frames of what it will show. */
const nothingYet = (number: number) => ({
  epochs: [],
  batches: [],
  last: caseOf('none', number).settings.epochs,
});

/**
 * Begins the first case when the page has its values, unless that would fetch images over a connection that saves data or
 * take time from a run of the learner's own: then the button does.
 */
function useFirstCase(begin: (number: number) => void): number | null {
  // The address is known in the browser alone.
  const [first, setFirst] = useState<number | null>(null);
  useEffect(() => setFirst(firstCase()), []);
  const ready = useTrace()?.complete === true;
  const trains = useTrainingView(isTraining);
  const saves = useStore(offline, ({ phase }) => phase === 'saving');
  const onReady = useEffectEvent(begin);
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    if (begun || first === null || !ready || trains || saves) return;
    setBegun(true);
    onReady(first);
  }, [begun, first, ready, trains, saves]);
  return first;
}

/** One case after another: train, look, suspect, learn. */
export function FaultLab() {
  const pixels = useImage()?.pixels ?? null;
  const { view, start } = useCase(pixels, caseOf);
  const [answer, setAnswer] = useState<Suspicion | null>(null);
  const [which, setWhich] = useState<'suspect' | 'healthy'>('suspect');
  const begin = (next: number) => {
    setAnswer(null);
    setWhich('suspect');
    void start(next);
  };
  const first = useFirstCase(begin);
  const number = view?.number ?? first;
  useEffect(() => {
    if (number === null) return;
    const address = new URL(window.location.href);
    address.searchParams.set('case', String(number));
    window.history.replaceState(window.history.state, '', address);
  }, [number]);
  const { suspect = null, healthy = null, sentence = null } = view ?? {};
  const live = view?.live ?? nothingYet(number ?? 1);
  const shown = (which === 'healthy' ? healthy : suspect) ?? suspect;
  return (
    <>
      <CaseHead view={view} number={number} ready={pixels !== null} onBegin={begin} />
      {view && answer && suspect && healthy && (
        <Verdict
          signatures={SIGNATURES}
          answer={answer}
          fault={view.fault}
          suspect={suspect}
          healthy={healthy}
          onNext={() => begin((view.number % MOST_CASES) + 1)}
        />
      )}
      {/* On a phone: the curves, then the question, then the rest of the evidence, so that the question stays where it is. */}
      <div className={styles.lab}>
        {(shown || !sentence) && (
          <section aria-label={words.curves()} className={styles.shown}>
            {shown ? (
              <EvidenceCharts key={which} evidence={shown} />
            ) : (
              <LiveCharts view={{ ...live, parent: null }} epochs={live.last} />
            )}
          </section>
        )}
        <Suspicions
          key={number}
          locked={answer !== null || !healthy}
          waiting={!healthy}
          onAnswer={setAnswer}
        />
        {shown && (
          <div className={styles.shown}>
            <Radios<'suspect' | 'healthy'>
              className={styles.which}
              legend={<legend>{words.look()}</legend>}
              name="evidence"
              options={(['suspect', 'healthy'] as const).map((value) => ({
                value,
                words: words[value](),
                disabled: value === 'healthy' && !healthy,
              }))}
              chosen={which}
              onChoose={setWhich}
            />
            <EvidencePanels key={which} lookedAt={LOOKED_AT} evidence={shown} hasCurves={false} />
          </div>
        )}
      </div>
    </>
  );
}

interface HeadProps {
  readonly view: CaseView | null;
  /** The case that is open, or is about to be. */
  readonly number: number | null;
  /** Whether there is an image to look at it with. */
  readonly ready: boolean;
  onBegin(number: number): void;
}

/** The number of a case, how far its training is, and the button that begins it. */
function CaseHead({ view, number, ready, onBegin }: HeadProps) {
  const idle = !view || view.sentence !== null;
  return (
    <div className={styles.head}>
      <h2>{words.case({ number: number ?? '…' })}</h2>
      <p role="status">{view && statusOf(view)}</p>
      {idle ? (
        <button
          type="button"
          className={view ? 'button-quiet' : 'button'}
          aria-disabled={!ready || number === null}
          onClick={() => ready && number !== null && onBegin(number)}
        >
          {view ? words.again() : words.train({ number: number ?? '…' })}
        </button>
      ) : (
        // Its room stays when it is done.
        <span className={styles.progress}>
          {!view.healthy && <progress value={view.progress} aria-label={words.progress()} />}
        </span>
      )}
    </div>
  );
}

const statusOf = ({ sentence, healthy, suspect, progress }: CaseView): string =>
  sentence ??
  (healthy
    ? words.bothTrained()
    : words.training({
        healthy: suspect ? 'yes' : 'no',
        share: formatPercent(Math.round(progress * 20) / 20),
      }));
