'use client';

import Link from 'next/link';
import { useRef, useState } from 'react';
import { useProgress } from '@/components/state/hooks';
import { referencePipeline } from '@/lib/pipeline/reference';
import { saveFile } from '@/lib/site/save-file';
import { openProgress, progressFile, wipeProgress } from '@/lib/state/progress';
import styles from './Modes.module.css';
import type { ModeId } from './mode-ids';

/** How far the learner has come, over stages and ways to learn; saved to a file, read from one, or wiped. */
export function ProgressMap({
  modes,
}: {
  readonly modes: readonly { readonly mode: ModeId; readonly title: string }[];
}) {
  const read = useProgress((state) => state.read);
  const done = useProgress((state) => state.modes);
  const chooser = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const open = async (file: File | undefined) => {
    if (!file) return;
    const opened = openProgress(await file.text());
    setSaid(opened.ok ? `“${file.name}” was read.` : `“${file.name}”: ${opened.problem.sentence}`);
  };
  const wipe = () => {
    if (!window.confirm('Wipe your progress? Your run and your pictures stay.')) return;
    wipeProgress();
    setSaid('Your progress is wiped.');
  };
  return (
    <section aria-labelledby="progress" className={styles.progress}>
      <h2 id="progress">How far you have come</h2>
      <ol className={styles.map}>
        {referencePipeline.stages.map(({ id, title }) => (
          <Mark key={id} href={`/stages/${id}/`} title={title} done={read.includes(id)} />
        ))}
      </ol>
      <ul className={styles.map}>
        {modes.map(({ mode, title }) => (
          <Mark key={mode} href={`/modes/${mode}/`} title={title} done={done.includes(mode)} />
        ))}
      </ul>
      <p className={styles.tools}>
        <button
          type="button"
          className="button-quiet"
          onClick={() => saveFile('pipeline-tracer-progress.json', new TextEncoder().encode(progressFile()))}
        >
          Save as a file
        </button>
        <button type="button" className="button-quiet" onClick={() => chooser.current?.click()}>
          Read from a file
        </button>
        <button type="button" className="button-quiet" onClick={wipe}>
          Wipe
        </button>
        <input
          ref={chooser}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label="Progress file"
          onChange={(event) => {
            void open(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </p>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </section>
  );
}

function Mark({
  href,
  title,
  done,
}: {
  readonly href: string;
  readonly title: string;
  readonly done: boolean;
}) {
  return (
    <li data-done={done}>
      <Link href={href} prefetch={false}>
        {title}
      </Link>
      <span aria-hidden="true">{done ? '✓' : '·'}</span>
      <span className="visually-hidden">{done ? ', done' : ', not done yet'}</span>
    </li>
  );
}
