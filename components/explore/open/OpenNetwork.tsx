'use client';

import { FileChoice } from './FileChoice';
import { NetworkQuestions } from './NetworkQuestions';
import { useReading } from './use-reading';

/** Reads a network from files, and asks what they leave open. */
export function OpenNetwork() {
  const { read, reading, sentence, open, cancel, close } = useReading();
  return (
    <>
      <FileChoice reading={reading} sentence={sentence} onFiles={open} onCancel={cancel} />
      {read && <NetworkQuestions key={read.key} file={read.file} network={read.network} onClose={close} />}
    </>
  );
}
