import { dropAside } from '@/lib/state/try-it-code';
import styles from './TryIt.module.css';
import { useTryIt, useTryItCode } from './use-try-it';
import { faultWords, LAST_THAT_WORKED, networkWords, ON_ITS_WAY } from './words';

interface Props {
  onGoTo(line: number): void;
  /** The learner wants the code back that was put aside. */
  onTake(code: string): void;
}

/** What became of the newest code, told aloud; and of the learner's own where a link brought another. */
export function CodeNews({ onGoTo, onTake }: Props) {
  const fault = useTryIt((state) => state.fault);
  const attempt = useTryIt((state) => state.attempt);
  const original = useTryIt((state) => state.original);
  const aside = useTryItCode((state) => state.aside);
  const line = fault?.line ?? null;
  return (
    <>
      <div role="status" className={styles.news} data-fault={fault !== null}>
        {fault ? (
          <p>
            <b>{faultWords(fault)}</b> {attempt && LAST_THAT_WORKED}
          </p>
        ) : (
          <p>{attempt && original ? networkWords(attempt.pipeline, original) : ON_ITS_WAY}</p>
        )}
      </div>
      {line !== null && (
        <p className={styles.tools}>
          <button type="button" className="button-quiet" onClick={() => onGoTo(line)}>
            Go to line {line}
          </button>
        </p>
      )}
      {aside !== null && (
        <p className={styles.tools}>
          <span>This code came with a link. Yours was put aside.</span>
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              onTake(aside);
              dropAside();
            }}
          >
            Back to my code
          </button>
          <button type="button" className="button-quiet" onClick={dropAside}>
            Keep this one
          </button>
        </p>
      )}
    </>
  );
}
