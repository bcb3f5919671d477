'use client';

import { useRef, useState } from 'react';
import { useIncomingFile } from '@/components/pictures/use-incoming-file';
import { useNetwork } from '@/components/state/hooks';
import { isUnderWay } from '@/components/train/phases';
import { saveFile } from '@/lib/site/save-file';
import { runFiles } from '@/lib/state/runs';
import styles from './Files.module.css';
import type { MeasuredRun } from './use-runs';

const fileName = ({ settings, epochs }: MeasuredRun): string =>
  `run-${settings.optimizer}-seed-${settings.seed}-epoch-${epochs[epochs.length - 1].epoch}.safetensors`;

const ONLY_FILES = 'Only files can be dropped here.';

interface Props {
  readonly run: MeasuredRun | null;
}

/** Saves the run that is shown as one file, and opens such files: by button, or dropped anywhere on the page. */
export function RunFiles({ run }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [said, say] = useState<{ readonly problem: boolean; readonly words: string } | null>(null);
  const busy = useNetwork((view) => isUnderWay(view.training.phase) && view.training.phase !== 'paused');
  const tell = (words: string) => say({ problem: false, words });
  const complain = (words: string) => say({ problem: true, words });
  const open = async (file: File) => {
    tell(`Reading “${file.name}” …`);
    const read = await runFiles.open(file);
    if (!read.ok) return complain(read.problem.sentence);
    tell(`“${file.name}” is open.`);
    const { run, log } = read.value;
    runFiles.lookAt({ run, epochs: log.epochs, labels: log.labels });
  };
  const save = async (shown: MeasuredRun) => {
    tell('Writing the file …');
    const bytes = await runFiles.bytes(shown.name);
    if (!bytes.ok) return complain(bytes.problem.sentence);
    saveFile(fileName(shown), bytes.value);
    tell(`Saved as “${fileName(shown)}”, ${Math.round(bytes.value.length / 1e6)} MB.`);
  };
  const takeOver = async (shown: MeasuredRun) => {
    const taken = await runFiles.takeOver(shown.name);
    if (!taken.ok) return complain(taken.problem.sentence);
    tell('This is your run now. “Resume” on the page “Train” trains it further.');
  };
  const over = useIncomingFile(
    ({ file }) => void open(file),
    () => complain(ONLY_FILES),
  );
  const opened = run && run.name !== 'own' && run.name !== 'shipped' ? run : null;
  return (
    <section className={styles.files} data-over={over} aria-label="Runs as files">
      <div className={styles.buttons}>
        <button
          type="button"
          className="button-quiet"
          aria-disabled={!run}
          onClick={() => run && void save(run)}
        >
          Save this run as a file
        </button>
        <button type="button" className="button-quiet" onClick={() => input.current?.click()}>
          Open a run file
        </button>
        {opened && (
          <button type="button" className="button-quiet" onClick={() => runFiles.close(opened.name)}>
            Close {opened.title}
          </button>
        )}
        {opened?.resumable && (
          <button
            type="button"
            className="button-quiet"
            aria-disabled={busy}
            onClick={() => !busy && void takeOver(opened)}
          >
            Make it my run
          </button>
        )}
        <input
          ref={input}
          type="file"
          accept=".safetensors"
          aria-label="Run file"
          hidden
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void open(file);
            // Choosing the same file again should open it again.
            currentTarget.value = '';
          }}
        />
      </div>
      <p className={styles.words}>
        {opened?.resumable
          ? 'This run was saved before its last epoch. Made yours, it can be trained on as if it had not stopped; the run that is yours now is let go, so save it first if you want to keep it.'
          : 'A file has all of a run: settings, figures, the weights of every epoch. Send it to someone, open it here, or drop one anywhere on this page. It stays in this browser.'}
      </p>
      <p className={styles.said} role={said?.problem ? 'alert' : 'status'} data-problem={said?.problem}>
        {said?.words}
      </p>
    </section>
  );
}
