'use client';

import { useDataSet } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import { reportedSet } from '@/lib/network/reported';

/** The number of images that the network's figures are reported on. */
export function Count() {
  const dataSet = useDataSet();
  return <span className="number">{formatCount(dataSet.counts[reportedSet(dataSet)] ?? 0)}</span>;
}
