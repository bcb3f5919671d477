'use client';

import { useMemo } from 'react';
import { useStage } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import words from '@/words/puzzles';
import { Kernels } from './Kernels';

/** All kernels of a first convolution as colours, in the state of the network that the page shows. */
export function FilterTable({ of }: { readonly of: string }) {
  const kernel = useStage(of).weights?.kernel;
  const filters = useMemo(() => (kernel ? Array.from(Array(kernel.shape[3]).keys()) : []), [kernel]);
  if (!kernel)
    return (
      <p role="status">
        <Pending>{words.waiting()}</Pending>
      </p>
    );
  return <Kernels kernel={kernel} filters={filters} size="small" />;
}
