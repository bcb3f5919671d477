'use client';

import { useDataSet } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import { reportedSet } from '@/lib/network/reported';

/** The number of training images, or of those that the network's figures are reported on. */
export function Count({ of }: { readonly of: 'training' | 'reported' }) {
  const dataSet = useDataSet();
  const set = of === 'training' ? of : reportedSet(dataSet);
  return <span className="number">{formatCount(dataSet.counts[set] ?? 0)}</span>;
}
