'use client';

import { useLearner, useNetwork } from '@/components/state/hooks';
import type { Cell } from '@/lib/tensor/tensor';
import { stepWords } from './words';

/** Opens the inspector at a value. */
export function InspectButton({ stage, cell }: { readonly stage: string; readonly cell: Cell }) {
  const pipeline = useNetwork((view) => view.pipeline);
  const inspect = useLearner((state) => state.inspect);
  const step = { stage, cell };
  return (
    <button type="button" className="button button-quiet" onClick={() => inspect([step])}>
      Trace this value to the pixels
      <span className="visually-hidden">: {stepWords(step, pipeline)}</span>
    </button>
  );
}
