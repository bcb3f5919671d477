import open from '@/components/explore/open/Open.module.css';
import { formatCount, formatDuration } from '@/lib/format/format';
import words from '@/words/data-page';
import type { SetReadingState } from './use-set-reading';

interface Props {
  readonly state: Extract<SetReadingState, { readonly phase: 'recognising' | 'reading' }>;
  onCancel(): void;
}

/** How far reading is, and how long it still takes. */
export function ReadingLine({ state, onCancel }: Props) {
  const isReading = state.phase === 'reading';
  const label = isReading ? words.reading({ file: state.summary.name }) : words.looking({ file: state.file });
  return (
    <div className={open.choose}>
      <span className="label" role="status">
        {label}
      </span>
      {isReading ? (
        <progress aria-label={label} max={state.progress.total} value={state.progress.done} />
      ) : (
        <progress aria-label={label} />
      )}
      {isReading && (
        <span className="label number">
          {words.progress({
            done: formatCount(state.progress.done),
            total: formatCount(state.progress.total),
          })}
          {state.left !== null && ` ${words.left({ duration: formatDuration(state.left) })}`}
        </span>
      )}
      <button type="button" className="button-quiet" onClick={onCancel}>
        {words.cancel()}
      </button>
    </div>
  );
}
