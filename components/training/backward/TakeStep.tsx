'use client';

import words from '@/words/backward-weight';
import type { StepView } from './use-step';

/** The button that breaks down the next training step. */
export function TakeStep({ report, busy, take }: StepView) {
  return (
    <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && take()}>
      {report ? words.again() : words.next()}
    </button>
  );
}
