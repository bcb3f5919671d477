'use client';

import { FileChooser } from '@/components/controls/FileChooser';
import open from '@/components/explore/open/Open.module.css';
import { useDrops } from '@/components/site/use-drops';
import { formatCount, formatDuration } from '@/lib/format/format';
import { filesOfTransfer } from '@/lib/site/chosen-files';
import words from '@/words/data-page';
import { ReadSetView } from './ReadSetView';
import { SetChoices } from './SetChoices';
import { type SetReadingState, useSetReading } from './use-set-reading';

/** A data set may have as many files. */
const MOST_FILES = 200_000;

/** Reads a data set from files: what they are, what is to become of the images, and what was read. */
export function ReadSet() {
  const { state, open: found, sentence, recognise, read, cancel, close } = useSetReading();
  const busy = state.phase === 'recognising' || state.phase === 'reading';
  const over = useDrops((transfer) => !busy && void filesOfTransfer(transfer, MOST_FILES).then(recognise));
  return (
    <>
      <div className={`drop-zone ${open.zone}`} data-over={over}>
        {busy ? (
          <ReadingLine state={state} onCancel={cancel} />
        ) : (
          <div className={open.choose}>
            <FileChooser
              word={words.chooseFiles()}
              label={words.files()}
              most={MOST_FILES}
              onFiles={recognise}
            />
            <FileChooser
              word={words.chooseFolder()}
              label={words.folder()}
              folder
              most={MOST_FILES}
              onFiles={recognise}
            />
            <span className="label">{words.orDrop()}</span>
          </div>
        )}
        <p role="alert" className={open.problem}>
          {sentence}
        </p>
      </div>
      {state.phase === 'recognised' && <SetChoices summary={state.summary} onRead={read} onClose={cancel} />}
      {found && <ReadSetView set={found.set} problem={found.problem} onClose={close} />}
    </>
  );
}

interface ReadingProps {
  readonly state: Extract<SetReadingState, { readonly phase: 'recognising' | 'reading' }>;
  onCancel(): void;
}

/** How far reading is, and how long it still takes. */
function ReadingLine({ state, onCancel }: ReadingProps) {
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
