'use client';

import { useEffect, useState } from 'react';
import { Radios } from '@/components/controls/Radios';
import { useImage } from '@/components/state/hooks';
import type { Suspicion } from '@/lib/challenges/faults/suspicions';
import { caseOf, LOOKED_AT } from '@/lib/course/faults/cases';
import { SIGNATURES } from '@/lib/course/faults/signatures';
import { formatPercent } from '@/lib/format/format';
import words from '@/words/faults';
import { LiveCharts } from '../train/LiveCharts';
import { EvidencePanels } from './EvidencePanels';
import styles from './Faults.module.css';
import { Suspicions } from './Suspicions';
import { useCase } from './use-case';
import { Verdict } from './Verdict';

const MOST_CASES = 9999;

/** The case that the address names; otherwise a new one. */
function firstCase(): number {
  const named = Number(new URLSearchParams(window.location.search).get('case'));
  return Number.isInteger(named) && named > 0 && named <= MOST_CASES
    ? named
    : 1 + Math.floor(Math.random() * MOST_CASES);
}

/** One case after another: train, look, suspect, learn. */
export function FaultLab() {
  const pixels = useImage()?.pixels ?? null;
  const { view, start } = useCase(pixels, caseOf);
  const [answer, setAnswer] = useState<Suspicion | null>(null);
  const [which, setWhich] = useState<'suspect' | 'healthy'>('suspect');
  const number = view?.number;
  // The address is known in the browser alone.
  const [first, setFirst] = useState<number | null>(null);
  useEffect(() => setFirst(firstCase()), []);
  useEffect(() => {
    if (number === undefined) return;
    const address = new URL(window.location.href);
    address.searchParams.set('case', String(number));
    window.history.replaceState(window.history.state, '', address);
  }, [number]);
  const begin = (next: number) => {
    setAnswer(null);
    setWhich('suspect');
    void start(next);
  };
  if (!view)
    return (
      <button
        type="button"
        className="button"
        aria-disabled={!pixels || first === null}
        onClick={() => pixels && first !== null && begin(first)}
      >
        {words.train({ number: first ?? '…' })}
      </button>
    );
  const { suspect, healthy, fault, progress, sentence, live } = view;
  const shown = (which === 'healthy' ? healthy : suspect) ?? suspect;
  return (
    <>
      <div className={styles.head}>
        <h2>{words.case({ number: view.number })}</h2>
        <p role="status">
          {sentence ??
            (healthy
              ? words.bothTrained()
              : words.training({
                  healthy: suspect ? 'yes' : 'no',
                  share: formatPercent(Math.round(progress * 20) / 20),
                }))}
        </p>
        {sentence ? (
          <button type="button" className="button-quiet" onClick={() => begin(view.number)}>
            {words.again()}
          </button>
        ) : (
          <progress value={progress} aria-label={words.progress()} />
        )}
      </div>
      {answer && suspect && healthy && (
        <Verdict
          signatures={SIGNATURES}
          answer={answer}
          fault={fault}
          suspect={suspect}
          healthy={healthy}
          onNext={() => begin((view.number % MOST_CASES) + 1)}
        />
      )}
      <div className={styles.lab}>
        <Suspicions
          key={view.number}
          locked={answer !== null || !healthy}
          waiting={!healthy}
          onAnswer={setAnswer}
        />
        <div className={styles.shown}>
          {!shown && !sentence && (
            <section aria-label={words.curves()} className={styles.live}>
              <LiveCharts view={{ ...live, parent: null }} epochs={live.last} />
            </section>
          )}
          {shown && (
            <>
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
              <EvidencePanels key={which} lookedAt={LOOKED_AT} evidence={shown} />
            </>
          )}
        </div>
      </div>
    </>
  );
}
