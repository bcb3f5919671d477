'use client';

import { useEngine } from '@/components/state/hooks';
import { formatDuration } from '@/lib/format/format';
import { BACKEND_WORD, type BackendReport, type EngineReport } from '@/lib/network/backends';
import { chooseBackend } from '@/lib/store/session/choose-backend';
import words from '@/words/engine-choice';
import styles from './EngineBadge.module.css';

/** What can compute, how fast each is on this machine, and the choice of one. */
export function EngineChoice() {
  const report = useEngine((view) => view.report);
  const problem = useEngine((view) => view.problem);
  return (
    <>
      <h2 className={styles.title}>{words.computes()}</h2>
      <p>{words.computesHow()}</p>
      {report ? <Probes report={report} /> : <p>{problem?.sentence ?? words.noAnswer()}</p>}
      {report?.backend === 'wasm' && <p>{words.sums()}</p>}
    </>
  );
}

function outcome({ milliseconds, problem }: BackendReport): string {
  if (milliseconds !== null) return formatDuration(milliseconds);
  return problem ? words.didNotRun() : words.notMeasured();
}

function Probes({ report }: { report: EngineReport }) {
  return (
    <fieldset className={styles.probes}>
      <legend>{report.chosen === 'by hand' ? words.byYou() : words.byMeasurement()}</legend>
      {report.probes.map((probe) => (
        <label key={probe.backend} className={styles.probe}>
          <input
            type="radio"
            name="backend"
            checked={probe.backend === report.backend}
            onChange={() => chooseBackend(probe.backend)}
          />
          <span>
            {probe.threads && probe.threads > 1
              ? words.threads({ engine: BACKEND_WORD[probe.backend], count: probe.threads })
              : BACKEND_WORD[probe.backend]}
          </span>
          <span className="number">{outcome(probe)}</span>
          {probe.problem && <small>{probe.problem}</small>}
        </label>
      ))}
    </fieldset>
  );
}
