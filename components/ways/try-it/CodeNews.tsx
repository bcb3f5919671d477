import { useRef } from 'react';
import { Pending } from '@/components/state/Pending';
import { dropAside, stopWaiting } from '@/lib/store/learner/try-it-code';
import type { CodeFault } from '@/lib/try-it/draft';
import words from '@/words/try-it';
import styles from './TryIt.module.css';
import { useTryIt, useTryItCode } from './use-try-it';
import { faultWords, LAST_THAT_WORKED, LOADING, networkWords } from './words';

interface Props {
  onGoTo(line: number): void;
  /** The learner wants the stored code back. */
  onTake(code: string): void;
}

/**
 * The result of the newest code, announced; and an offer of the learner's own code where a link replaced it.
 */
export function CodeNews({ onGoTo, onTake }: Props) {
  const waits = useTryItCode((state) => state.mineWaits);
  const newest = useTryIt((state) => state.fault);
  const fault = waits ? null : newest;
  const news = useRef<HTMLDivElement>(null);
  const line = fault?.line ?? null;
  const run = () => {
    stopWaiting();
    // The button disappears; the result of the code appears in its place and gets the focus.
    news.current?.focus();
  };
  return (
    <>
      <div
        ref={news}
        role="status"
        tabIndex={-1}
        className={`notice ${styles.news}`}
        data-fault={fault !== null}
      >
        <News waits={waits} fault={fault} />
      </div>
      {waits && (
        <p className={`button-row ${styles.tools}`}>
          <button type="button" className="button" onClick={run}>
            {words.run()}
          </button>
        </p>
      )}
      {line !== null && (
        <p className={`button-row ${styles.tools}`}>
          <button type="button" className="button-quiet" onClick={() => onGoTo(line)}>
            {words.goToLine({ line })}
          </button>
        </p>
      )}
      <PutAside onTake={onTake} />
    </>
  );
}

function News({ waits, fault }: { readonly waits: boolean; readonly fault: CodeFault | null }) {
  const attempt = useTryIt((state) => state.attempt);
  const original = useTryIt((state) => state.original);
  if (waits)
    return (
      <p>
        {words.waits()} {attempt && LAST_THAT_WORKED}
      </p>
    );
  if (fault)
    return (
      <p>
        <b>{faultWords(fault)}</b> {attempt && LAST_THAT_WORKED}
      </p>
    );
  return (
    <p>{attempt && original ? networkWords(attempt.pipeline, original) : <Pending>{LOADING}</Pending>}</p>
  );
}

function PutAside({ onTake }: Pick<Props, 'onTake'>) {
  // In the tab that the code belongs to, it is in the editor.
  const aside = useTryItCode(({ aside, mine }) => (aside === mine ? null : aside));
  if (aside === null) return null;
  return (
    <p className={`button-row ${styles.tools}`}>
      <span>{words.cameWithLink()}</span>
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          onTake(aside);
          dropAside();
        }}
      >
        {words.backToMine()}
      </button>
      <button type="button" className="button-quiet" onClick={dropAside}>
        {words.keepThis()}
      </button>
    </p>
  );
}
