import { formatPercent } from '@/lib/format/format';

/** A share as text; a dash where the total is 0. */
export const shareWords = (share: number): string => (Number.isNaN(share) ? '—' : formatPercent(share));
