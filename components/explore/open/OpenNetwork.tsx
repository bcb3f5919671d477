'use client';

import { FileChoice } from './FileChoice';
import { NetworkQuestions } from './NetworkQuestions';
import { useReading } from './use-reading';

/** Reads a network from files, and asks what they leave open. */
export function OpenNetwork() {
  const { state, sentence, read, cancel, close } = useReading();
  return (
    <>
      <FileChoice
        reading={state.phase === 'reading' ? state.file : null}
        sentence={sentence}
        onFiles={read}
        onCancel={cancel}
      />
      {state.phase === 'read' && (
        <NetworkQuestions key={state.key} file={state.file} network={state.network} onClose={close} />
      )}
    </>
  );
}
