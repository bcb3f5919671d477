'use client';

import { useDataSet } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';

/** The number of training images, or of held-out ones. */
export function Count({ of }: { readonly of: 'training' | 'heldOut' }) {
  return <span className="number">{formatCount(useDataSet().counts[of])}</span>;
}
