'use client';

import words from '@/words/backward-weight';
import type { StepView } from './use-step';

/** The button that takes the next training step apart. */
export function TakeStep({ report, busy, ready, take }: StepView) {
  return (
    <button
      type="button"
      className="button"
      aria-disabled={busy || !ready}
      onClick={() => !busy && ready && take()}
    >
      {report ? words.again() : words.next()}
    </button>
  );
}
