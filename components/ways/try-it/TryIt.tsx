'use client';

import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { ChosenImage } from '@/components/images/ChosenImage';
import { ShareLink } from '@/components/site/share/ShareLink';
import { usePipeline, useSubject } from '@/components/state/hooks';
import { formatShape } from '@/lib/format/format';
import { openTryIt, tryCode } from '@/lib/store/explore/try-it';
import {
  changeCode,
  restoreCode,
  stopWaiting,
  takeLinkedCode,
  tryItCode,
} from '@/lib/store/learner/try-it-code';
import { notices } from '@/lib/store/page/notices';
import { codeIn, hashOf } from '@/lib/try-it/link';
import { scriptOf } from '@/lib/try-it/script';
import words from '@/words/try-it';
import { type CodeEditing, CodeEditor } from './CodeEditor';
import { CodeNews } from './CodeNews';
import { LayerTable } from './LayerTable';
import { TryAnswer } from './TryAnswer';
import styles from './TryIt.module.css';
import { TryTrace } from './TryTrace';
import { useTryIt, useTryItCode } from './use-try-it';
import { EDITOR_HINT, EDITOR_LABEL } from './words';

/** How long the learner must pause before the code runs. */
const PAUSE_MS = 200;

/** The network as code that runs while the learner types, and the chosen image's trace through it. */
export function TryIt() {
  const original = scriptOf(usePipeline());
  const subject = useSubject((view) => view.subject.id);
  const attempt = useTryIt((state) => state.attempt);
  const beside = useTryIt((state) => state.original);
  const trace = useTryIt((state) => state.trace);
  const waits = useTryItCode((state) => state.mineWaits);
  return (
    <section className={styles.bench} aria-label={words.bench()}>
      <Desk key={subject} original={original} />
      {attempt && beside ? (
        <div className={styles.results}>
          <h2>{words.byLayer()}</h2>
          <LayerTable now={attempt.pipeline} original={beside} />
          <h2>{words.image()}</h2>
          <ChosenImage />
          <TryTrace pipeline={attempt.pipeline} trace={trace} />
          <h2>{words.answer()}</h2>
          <TryAnswer pipeline={attempt.pipeline} trace={trace} />
        </div>
      ) : (
        <div className={styles.waiting}>{waits && <p>{words.nothingYet()}</p>}</div>
      )}
    </section>
  );
}

function Desk({ original }: { readonly original: string }) {
  const editing = useRef<CodeEditing>(null);
  const hint = useId();
  const begun = useKeptCode();
  const code = useTryItCode((state) => state.mine) ?? original;
  const attempt = useTryIt((state) => state.attempt);
  const newest = useTryIt((state) => state.fault);
  const output = useTryIt((state) => state.printed);
  const waits = useTryItCode((state) => state.mineWaits);
  // The known result belongs to the code that ran last, not to the one that is waiting.
  const fault = waits ? null : newest;
  const printed = waits ? [] : output;
  const looked = useLinkedCode(begun, (linked) => editing.current?.replace(linked));
  useEffect(() => {
    if (!looked || waits) return;
    const soon = setTimeout(() => tryCode(code), PAUSE_MS);
    return () => clearTimeout(soon);
  }, [looked, waits, code]);
  const replace = (own: string) => {
    editing.current?.replace(own);
    stopWaiting();
  };
  // While there is an error the lines belong to different code from that in the editor.
  const hints = useMemo(
    () =>
      fault || waits || !attempt
        ? []
        : attempt.pipeline.stages.flatMap(({ output }, at) => {
            const line = attempt.lines[at];
            return line === null ? [] : [{ line, words: formatShape(output) }];
          }),
    [attempt, fault, waits],
  );
  return (
    <div className={styles.desk}>
      {begun ? (
        <div className={styles.editor}>
          <CodeEditor
            ref={editing}
            initial={tryItCode.getState().mine ?? original}
            label={EDITOR_LABEL}
            describedBy={hint}
            fault={fault}
            hints={hints}
            onChange={changeCode}
          />
        </div>
      ) : (
        <div className={styles.waiting} />
      )}
      <CodeNews onGoTo={(line) => editing.current?.goTo(line)} onTake={replace} />
      <p className={`button-row ${styles.tools}`}>
        <button type="button" className="button-quiet" onClick={() => replace(original)}>
          {words.reset()}
        </button>
        <ShareCode code={code} />
      </p>
      <p id={hint} className={styles.hint}>
        {EDITOR_HINT}
      </p>
      {printed.length > 0 && (
        <>
          <h3>{words.printed()}</h3>
          <pre className={styles.printed}>{printed.join('\n')}</pre>
        </>
      )}
    </div>
  );
}

/** Loads the stored code, once, and starts the runner. Returns whether that is done. */
function useKeptCode(): boolean {
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    restoreCode();
    setBegun(true);
    return openTryIt();
  }, []);
  return begun;
}

/**
 * Loads code from the address, including one that is opened later, and removes it from there: later changes
 * are the learner's own. Returns whether the address was read.
 */
function useLinkedCode(ready: boolean, take: (code: string) => void): boolean {
  const [looked, setLooked] = useState(false);
  const read = useEffectEvent(async () => {
    const found = await codeIn(window.location.hash);
    if (!found) return;
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', pathname + search);
    if (!found.ok) return notices.getState().notify(found.problem.sentence);
    takeLinkedCode(found.value);
    take(found.value);
  });
  useEffect(() => {
    if (!ready) return;
    const listen = () => void read().finally(() => setLooked(true));
    listen();
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, [ready]);
  return looked;
}

/** The code as a link. */
const ShareCode = ({ code }: { readonly code: string }) => (
  <ShareLink of={code} words={words} hash={() => hashOf(code)} />
);
