'use client';

import { useId, useRef, useState } from 'react';
import { useTrainingView } from '@/components/state/hooks';
import type { Result } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';
import { saveFile } from '@/lib/site/save-file';
import { subjectStore } from '@/lib/store/subject/subject';
import { isUnderWay } from '@/lib/store/training/training-view';
import words from '@/words/subject-file';

/** The network, its run and its data set as one file, and such a file opened again. */
export function WholeSubject() {
  const title = useId();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState({ text: '', isProblem: false });
  const training = useTrainingView(({ phase }) => isUnderWay(phase) && phase !== 'paused');
  const isBlocked = busy || training;
  /** Does what takes a while; `done` is said when it went well. */
  async function run(work: (part: Part) => Promise<Result<unknown>>, waiting: string, done: () => string) {
    if (isBlocked) return;
    setBusy(true);
    setMessage({ text: waiting, isProblem: false });
    const part = await fetchPart(() => import('@/lib/store/session/take-along'));
    const answer = part.ok ? await work(part.value) : part;
    setBusy(false);
    setMessage(
      answer.ok ? { text: done(), isProblem: false } : { text: answer.problem.sentence, isProblem: true },
    );
  }
  const save = () =>
    run(
      async ({ subjectBytes }) => {
        const bytes = await subjectBytes();
        if (bytes.ok) saveFile(fileName(), bytes.value);
        return bytes;
      },
      words.writing(),
      () => words.saved({ file: fileName() }),
    );
  const open = (file: File) =>
    run(
      ({ openSubjectFile }) => openSubjectFile(file),
      words.reading({ file: file.name }),
      () => '',
    );
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{words.title()}</h2>
      <p>{words.intro()}</p>
      <p className="button-row">
        <button type="button" className="button" aria-disabled={isBlocked} onClick={() => void save()}>
          {words.save()}
        </button>
        <button
          type="button"
          className="button-quiet"
          aria-disabled={isBlocked}
          onClick={() => !isBlocked && input.current?.click()}
        >
          {words.open()}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".zip"
          aria-label={words.file()}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file) void open(file);
          }}
        />
      </p>
      {training && <p>{words.pauseFirst()}</p>}
      <p role="status" className="status" data-problem={message.isProblem}>
        {message.text}
      </p>
    </section>
  );
}

type Part = typeof import('@/lib/store/session/take-along');

const fileName = (): string => {
  const { name } = subjectStore.getState().subject.architecture;
  return `${name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60) || 'network'}-whole.zip`;
};
