'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { useEngine } from '@/components/state/hooks';
import { formatDuration } from '@/lib/format/format';
import { BACKEND_WORD, type BackendReport, type EngineReport } from '@/lib/network/backends';
import words from '@/words/site';
import styles from './EngineBadge.module.css';
import header from './SiteHeader.module.css';

// Few learners open it.
const EngineChoice = dynamic(again(() => import('./EngineChoice').then((module) => module.EngineChoice)));

const present = (report: EngineReport): BackendReport | undefined =>
  report.probes.find((probe) => probe.backend === report.backend);

/** The current backend, its speed as measured on this machine, and the choice of a different one. */
export function EngineBadge() {
  const report = useEngine((view) => view.report);
  const phase = useEngine((view) => view.phase);
  /** Whether the panel was opened, or is about to be. */
  const [wanted, setWanted] = useState(false);
  const milliseconds = report && present(report)?.milliseconds;
  const word = report
    ? BACKEND_WORD[report.backend]
    : phase === 'failed'
      ? words.noEngine()
      : words.starting();
  return (
    <>
      <button
        type="button"
        className={`button-bare ${header.quiet} ${styles.badge}`}
        popoverTarget="engine-choice"
        onPointerEnter={() => setWanted(true)}
        onFocus={() => setWanted(true)}
      >
        <span className={styles.dot} data-phase={phase} aria-hidden="true" />
        <span className="visually-hidden">{words.engine()} </span>
        <span className="number">
          {word}
          {milliseconds != null && <span className={styles.time}> · {formatDuration(milliseconds)}</span>}
        </span>
      </button>
      <div
        id="engine-choice"
        popover="auto"
        className={`panel ${styles.panel}`}
        onToggle={({ newState }) => newState === 'open' && setWanted(true)}
      >
        {wanted && (
          <Part name={words.choice()}>
            <EngineChoice />
          </Part>
        )}
      </div>
    </>
  );
}
