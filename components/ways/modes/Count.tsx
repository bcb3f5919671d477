'use client';

import { useDataSet } from '@/components/state/hooks';
import { reportedSet } from '@/lib/data/reported';
import { formatCount } from '@/lib/format/format';

/** The number of training images, or of those that the network's figures are reported on. */
export function Count({ of }: { readonly of: 'training' | 'reported' }) {
  const dataSet = useDataSet();
  const set = of === 'training' ? of : reportedSet(dataSet);
  return <span className="number">{formatCount(dataSet.counts[set] ?? 0)}</span>;
}
