'use client';

import { useNetwork } from '@/components/state/hooks';
import type { BackendName, BackendReport, EngineReport } from '@/lib/engine/protocol';
import { formatDuration } from '@/lib/format/format';
import { session } from '@/lib/state/session';
import styles from './EngineBadge.module.css';
import header from './SiteHeader.module.css';

export const BACKEND_WORD: Record<BackendName, string> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};

const present = (report: EngineReport): BackendReport | undefined =>
  report.probes.find((probe) => probe.backend === report.backend);

/** Which engine computes, how fast it was measured on this machine, and the choice of another. */
export function EngineBadge() {
  const report = useNetwork((view) => view.report);
  const phase = useNetwork((view) => view.phase);
  const problem = useNetwork((view) => view.problem);
  const milliseconds = report && present(report)?.milliseconds;
  const word = report ? BACKEND_WORD[report.backend] : phase === 'failed' ? 'No engine' : 'Engine starting';
  return (
    <>
      <button type="button" className={`${header.quiet} ${styles.badge}`} popoverTarget="engine-choice">
        <span className={styles.dot} data-phase={phase} aria-hidden="true" />
        <span className="visually-hidden">Engine: </span>
        <span className="number">
          {word}
          {milliseconds != null && <span className={styles.time}> · {formatDuration(milliseconds)}</span>}
        </span>
      </button>
      <div id="engine-choice" popover="auto" className={styles.panel}>
        <h2 className={styles.title}>What computes here</h2>
        <p>
          The network runs in your browser, in a worker of its own. Each way to compute was tried on this
          machine with one picture through all layers; the fastest was taken.
        </p>
        {report ? (
          <Probes report={report} />
        ) : (
          <p>{problem?.sentence ?? 'The engine has not answered yet.'}</p>
        )}
      </div>
    </>
  );
}

function outcome({ milliseconds, problem }: BackendReport): string {
  if (milliseconds !== null) return formatDuration(milliseconds);
  return problem ? 'did not run' : 'not measured yet';
}

function Probes({ report }: { report: EngineReport }) {
  return (
    <fieldset className={styles.probes}>
      <legend>{report.chosen === 'by hand' ? 'Chosen by you' : 'Chosen by measurement'}</legend>
      {report.probes.map((probe) => (
        <label key={probe.backend} className={styles.probe}>
          <input
            type="radio"
            name="backend"
            checked={probe.backend === report.backend}
            onChange={() => session.chooseBackend(probe.backend)}
          />
          <span>
            {BACKEND_WORD[probe.backend]}
            {probe.threads && probe.threads > 1 ? `, ${probe.threads} threads` : ''}
          </span>
          <span className="number">{outcome(probe)}</span>
          {probe.problem && <small>{probe.problem}</small>}
        </label>
      ))}
    </fieldset>
  );
}
