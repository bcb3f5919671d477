'use client';

import { useRef, useState } from 'react';
import { useIncomingFile } from '@/components/site/use-incoming-file';
import { useDataSet, useTrainingView } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import type { OtherRun, RunDataSet, Unusable } from '@/lib/network/run';
import { fetchPart } from '@/lib/site/fetch-part';
import { saveFile } from '@/lib/site/save-file';
import { runFiles } from '@/lib/store/session/run-files';
import { isUnderWay } from '@/lib/store/training/training-view';
import words from '@/words/run-files';
import styles from './Files.module.css';
import type { MeasuredRun } from './use-runs';

const LONGEST_NAME = 40;

const fileName = ({ settings, epochs }: MeasuredRun): string =>
  `run-${settings.optimizer}-seed-${settings.seed}-epoch-${epochs[epochs.length - 1].epoch}.safetensors`;

const unusableWords = (name: string, { epochs, stage }: Unusable): string =>
  words.unusable({ name, stage, count: epochs.length, first: epochs[0], last: epochs[epochs.length - 1] });

const otherImagesWords = (name: string, { training, heldOut }: RunDataSet): string =>
  words.otherImages({ name, training: formatCount(training), heldOut: formatCount(heldOut) });

/** The name of a run's network; a file may have any. */
const nameOf = ({ log }: OtherRun): string => log.architecture.name.slice(0, LONGEST_NAME);

interface Props {
  readonly run: MeasuredRun | null;
}

/** Saves the displayed run as one file, and opens such files: by button, or dropped anywhere on the page. */
export function RunFiles({ run }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [message, setMessage] = useState<{ readonly problem: boolean; readonly sentence: string } | null>(
    null,
  );
  const busy = useTrainingView(({ phase }) => isUnderWay(phase) && phase !== 'paused');
  const { id: dataSet } = useDataSet();
  const [other, setOther] = useState<{ readonly file: File; readonly run: OtherRun } | null>(null);
  const showStatus = (sentence: string) => setMessage({ problem: false, sentence });
  const showProblem = (sentence: string) => setMessage({ problem: true, sentence });
  const open = async (file: File) => {
    const { name } = file;
    setOther(null);
    showStatus(words.reading({ name }));
    const read = await runFiles.open(file);
    if (!read.ok) return showProblem(read.problem.sentence);
    if (!('run' in read.value)) {
      setOther({ file, run: read.value });
      return showStatus(words.ofOther({ name, other: nameOf(read.value) }));
    }
    const { run, log, unusable } = read.value;
    if (unusable) showProblem(unusableWords(name, unusable));
    else if (log.dataSet && log.dataSet.id !== dataSet) showStatus(otherImagesWords(name, log.dataSet));
    else showStatus(words.isOpen({ name }));
    runFiles.lookAt({ run, epochs: log.epochs, labels: log.labels });
  };
  const openOther = async ({ file, run }: NonNullable<typeof other>) => {
    setOther(null);
    showStatus(words.reading({ name: file.name }));
    const part = await fetchPart(() => import('@/lib/store/session/run-network'));
    if (part.ok) await part.value.openWithNetwork(file, run);
    else showProblem(part.problem.sentence);
  };
  const save = async (shown: MeasuredRun) => {
    showStatus(words.writing());
    const bytes = await runFiles.bytes(shown.name);
    if (!bytes.ok) return showProblem(bytes.problem.sentence);
    saveFile(fileName(shown), bytes.value);
    showStatus(words.saved({ name: fileName(shown), size: Math.round(bytes.value.length / 1e6) }));
  };
  const takeOver = async (shown: MeasuredRun) => {
    const taken = await runFiles.takeOver(shown.name);
    if (!taken.ok) return showProblem(taken.problem.sentence);
    showStatus(words.yoursNow());
  };
  const over = useIncomingFile(({ file }) => void open(file), showProblem);
  const opened = run && run.name !== 'own' && run.name !== 'shipped' ? run : null;
  return (
    <section className={`drop ${styles.files}`} data-over={over} aria-label={words.files()}>
      <div className="button-row">
        <button
          type="button"
          className="button-quiet"
          aria-disabled={!run}
          onClick={() => run && void save(run)}
        >
          {words.save()}
        </button>
        <button type="button" className="button-quiet" onClick={() => input.current?.click()}>
          {words.open()}
        </button>
        {other && (
          <button type="button" className="button-quiet" onClick={() => void openOther(other)}>
            {words.openOther({ other: nameOf(other.run) })}
          </button>
        )}
        {opened && (
          <button type="button" className="button-quiet" onClick={() => runFiles.close(opened.name)}>
            {words.close({ title: opened.title })}
          </button>
        )}
        {opened?.resumable && (
          <button
            type="button"
            className="button-quiet"
            aria-disabled={busy}
            onClick={() => !busy && void takeOver(opened)}
          >
            {words.mine()}
          </button>
        )}
        <input
          ref={input}
          type="file"
          accept=".safetensors"
          aria-label={words.file()}
          hidden
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void open(file);
            // Allows choosing the same file again.
            currentTarget.value = '';
          }}
        />
      </div>
      <p className={styles.words}>{opened?.resumable ? words.resumable() : words.about()}</p>
      <p className="status" role={message?.problem ? 'alert' : 'status'} data-problem={message?.problem}>
        {message?.sentence}
      </p>
    </section>
  );
}
