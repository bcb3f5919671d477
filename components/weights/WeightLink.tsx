'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useLearner } from '@/components/state/hooks';
import type { WeightChoice } from '@/lib/store/learner/learner';

/** Links to the explanation of a weight's change in training. */
export function WeightLink({ weight, words }: { readonly weight: WeightChoice; readonly words: string }) {
  const choose = useLearner((state) => state.chooseWeight);
  const inspect = useLearner((state) => state.inspect);
  const isThere = usePathname() === '/backward/';
  return (
    <Link
      href="/backward/#weight"
      className="link-alone"
      onClick={() => {
        // On another page the inspector stays open in the entry that Back leads to.
        if (isThere) inspect(null);
        choose(weight);
      }}
    >
      {words}
    </Link>
  );
}
