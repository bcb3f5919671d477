'use client';

import { FileChooser } from '@/components/controls/FileChooser';
import open from '@/components/explore/open/Open.module.css';
import { useDrops } from '@/components/site/use-drops';
import { type ChosenFile, filesOfTransfer } from '@/lib/site/chosen-files';
import words from '@/words/data-page';
import { ReadingLine } from './ReadingLine';
import { ReadSetView } from './ReadSetView';
import { SetChoices } from './SetChoices';
import { useSetReading } from './use-set-reading';

/** A data set may have as many files. */
const MOST_FILES = 200_000;

/** Reads a data set from files: what they are, what is to become of the images, and what was read. */
export function ReadSet() {
  const { state, recognise, read, cancel, close } = useSetReading();
  const take = (files: readonly ChosenFile[]) => files.length > 0 && recognise(files);
  const busy = state.phase === 'recognising' || state.phase === 'reading';
  const over = useDrops((transfer) => !busy && void filesOfTransfer(transfer, MOST_FILES).then(take));
  return (
    <>
      <div className={`drop-zone ${open.zone}`} data-over={over}>
        {busy ? (
          <ReadingLine state={state} onCancel={cancel} />
        ) : (
          <div className={open.choose}>
            <FileChooser word={words.chooseFiles()} label={words.files()} most={MOST_FILES} onFiles={take} />
            <FileChooser
              word={words.chooseFolder()}
              label={words.folder()}
              folder
              most={MOST_FILES}
              onFiles={take}
            />
            <span className="label">{words.orDrop()}</span>
          </div>
        )}
        <p role="alert" className={open.problem}>
          {state.phase === 'failed' && state.sentence}
        </p>
      </div>
      {state.phase === 'recognised' && <SetChoices summary={state.summary} onRead={read} onClose={close} />}
      {state.phase === 'read' && <ReadSetView set={state.set} problem={state.problem} onClose={close} />}
    </>
  );
}
