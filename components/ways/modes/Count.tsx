'use client';

import { useDataSet } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';

/** How many images there are to train on, or to be predicted only. */
export function Count({ of }: { readonly of: 'training' | 'heldOut' }) {
  return <span className="number">{formatCount(useDataSet().counts[of])}</span>;
}
