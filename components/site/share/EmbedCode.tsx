'use client';

import { useLearner } from '@/components/state/hooks';
import { embedCode } from '@/lib/site/embed';
import { writeAddress } from '@/lib/store/learner/write-address';
import words from '@/words/embed';
import { CopyText } from './CopyText';

export interface EmbedProps {
  /** The name of the frame, where it is not the page's title. */
  readonly title?: string;
  /** What stands in the address beside the learner's choices: code for something else is not shown. */
  readonly of?: unknown;
  /** Before the address is read: what it does not say yet is written into it. */
  onRead?(): void;
}

/** The code that shows this page, as it stands now, in a frame of another one. */
export function EmbedCode({ title, of, onRead }: EmbedProps) {
  const choice = useLearner((state) => writeAddress('', state));
  const code = () => {
    onRead?.();
    return embedCode(window.location.href, title ?? document.title);
  };
  return (
    <>
      <p>{words.intro()}</p>
      <div className="button-row">
        <CopyText of={`${choice} ${of}`} words={words} lines={4} text={code} />
      </div>
    </>
  );
}
