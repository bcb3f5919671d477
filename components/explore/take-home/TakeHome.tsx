'use client';

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Rich } from '@/components/site/Rich';
import { ScrollBox } from '@/components/site/ScrollBox';
import { useEngine } from '@/components/state/hooks';
import { formatBytes } from '@/lib/format/bytes';
import { saveFile } from '@/lib/site/save-file';
import { runsStore } from '@/lib/store/runs/runs';
import { traceStore } from '@/lib/store/trace/trace';
import words from '@/words/take-home';
import styles from './TakeHome.module.css';
import { type List, listParts, written } from './write';

interface Message {
  readonly text: string;
  readonly isProblem: boolean;
}

/** The parts of the current network; null until they have been written once. */
function useList(notify: (message: Message) => void): List | null {
  // The large layers' weights arrive last: then the engine has them all, and the stages too.
  const loaded = useStore(traceStore, ({ present }) => present?.source === 'live' && present.complete);
  // The log of a run that comes with the site arrives later still.
  const run = useStore(runsStore, ({ own }) => own);
  const [list, setList] = useState<List | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which parts there are depends on the run
  useEffect(() => {
    if (!loaded) return;
    let left = false;
    void listParts().then((listed) => {
      if (left) return;
      if (listed.ok) setList(listed.value);
      else notify({ text: listed.problem.sentence, isProblem: true });
    });
    return () => {
      left = true;
    };
  }, [loaded, run, notify]);
  return list;
}

/** The files of the current network, each with its size and a button that saves it, and all of them as one archive. */
export function TakeHome() {
  const [message, setMessage] = useState<Message | null>(null);
  const [busy, setBusy] = useState(false);
  const list = useList(setMessage);
  const failed = useEngine(({ phase, problem }) => (phase === 'failed' ? problem : null));
  const save = async (part: string, write: Parameters<typeof written<SavedFile | null>>[1]) => {
    setBusy(true);
    const file = await written(part, write);
    setBusy(false);
    if (!file.ok) return setMessage({ text: file.problem.sentence, isProblem: true });
    if (!file.value) return setMessage({ text: words.notWritten({ part }), isProblem: true });
    saveFile(file.value.name, file.value.bytes);
    setMessage({ text: words.saved({ file: file.value.name }), isProblem: false });
  };
  const problem = failed ? failed.sentence : message?.isProblem ? message.text : '';
  const waiting = list ? (busy ? words.writing() : (message?.text ?? '')) : words.starting();
  return (
    <div>
      <h2 id="take-home-parts">{words.parts()}</h2>
      <p>
        <button
          type="button"
          className="button"
          disabled={!list || busy}
          onClick={() =>
            void save(words.title(), ({ bundle }, home) => ({
              name: `${fileStem(home.pipeline.architecture.name)}.zip`,
              bytes: bundle(home),
            }))
          }
        >
          {list ? words.saveAll({ size: formatBytes(list.total) }) : words.all()}
        </button>
      </p>
      <p role="status" className="status" data-problem={problem !== ''}>
        {problem || waiting}
      </p>
      {list && (
        <ScrollBox labelledBy="take-home-parts" className={styles.scroll}>
          <table className="table-words">
            <thead>
              <tr>
                <th scope="col">{words.file()}</th>
                <th scope="col">{words.about()}</th>
                <th scope="col">{words.size()}</th>
                <th scope="col">{words.save()}</th>
              </tr>
            </thead>
            <tbody>
              {list.parts.map(({ id, file, bytes }) => (
                <tr key={id}>
                  <th scope="row" className={styles.file}>
                    {file}
                  </th>
                  <td>
                    <Rich text={words[id]()} tags={{ code: (text) => <code>{text}</code> }} />
                  </td>
                  <td className={styles.size}>{formatBytes(bytes)}</td>
                  <td>
                    <button
                      type="button"
                      className="button-quiet"
                      disabled={busy}
                      aria-label={words.saveFile({ file })}
                      onClick={() => void save(file, ({ partOf }, home) => partOf(id, home))}
                    >
                      {words.save()}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </div>
  );
}

interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A network's name as that of a file. */
const fileStem = (name: string) => name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60) || 'network';
