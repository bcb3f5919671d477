'use client';

import { useEngine } from '@/components/state/hooks';
import { formatDuration } from '@/lib/format/format';
import { BACKEND_WORD, type BackendReport, type EngineReport } from '@/lib/network/backends';
import { session } from '@/lib/store/session/session';
import words from '@/words/site';
import styles from './EngineBadge.module.css';
import header from './SiteHeader.module.css';

const present = (report: EngineReport): BackendReport | undefined =>
  report.probes.find((probe) => probe.backend === report.backend);

/** The current backend, its speed as measured on this machine, and the choice of a different one. */
export function EngineBadge() {
  const report = useEngine((view) => view.report);
  const phase = useEngine((view) => view.phase);
  const problem = useEngine((view) => view.problem);
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
      >
        <span className={styles.dot} data-phase={phase} aria-hidden="true" />
        <span className="visually-hidden">{words.engine()} </span>
        <span className="number">
          {word}
          {milliseconds != null && <span className={styles.time}> · {formatDuration(milliseconds)}</span>}
        </span>
      </button>
      <div id="engine-choice" popover="auto" className={`panel ${styles.panel}`}>
        <h2 className={styles.title}>{words.computes()}</h2>
        <p>{words.computesHow()}</p>
        {report ? <Probes report={report} /> : <p>{problem?.sentence ?? words.noAnswer()}</p>}
      </div>
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
            onChange={() => session.chooseBackend(probe.backend)}
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
