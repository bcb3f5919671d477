import { dropAside } from '@/lib/state/try-it-code';
import words from '@/words/try-it';
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
  // In the tab whose code it is, it stands in the editor.
  const aside = useTryItCode(({ aside, mine }) => (aside === mine ? null : aside));
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
            {words.goToLine({ line })}
          </button>
        </p>
      )}
      {aside !== null && (
        <p className={styles.tools}>
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
      )}
    </>
  );
}
