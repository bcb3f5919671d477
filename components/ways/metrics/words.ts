import { formatPercent } from '@/lib/format/format';

/** A share in words; a dash where there was nothing to take a share of. */
export const shareWords = (share: number): string => (Number.isNaN(share) ? '—' : formatPercent(share));
