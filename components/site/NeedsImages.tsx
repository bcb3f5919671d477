'use client';

import type { ReactNode } from 'react';
import { useDataSet } from '@/components/state/hooks';
import { learner } from '@/lib/store/learner/learner';
import words from '@/words/course-only';

/** Content that needs the data set's images: where they are not part of the site it says so, and offers the course's. */
export function NeedsImages({ children }: { readonly children: ReactNode }) {
  if (useDataSet().images) return children;
  return (
    <div>
      <p>{words.images()}</p>
      <p>
        <button type="button" className="button" onClick={() => learner.getState().chooseNetwork(null)}>
          {words.turn()}
        </button>
      </p>
    </div>
  );
}
