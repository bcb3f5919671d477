'use client';

import { learner } from '@/lib/store/learner/learner';
import words from '@/words/course-only';

/** Why something is not there for the network at hand, and the way back to the course's. */
export function TurnBack({ why }: { readonly why: string }) {
  return (
    <div>
      <p>{why}</p>
      <p>
        <button type="button" className="button" onClick={() => learner.getState().chooseNetwork(null)}>
          {words.turn()}
        </button>
      </p>
    </div>
  );
}
