import { formatBytes } from '@/lib/format/bytes';
import type { OfflineView } from '@/lib/store/page/offline';
import words from '@/words/offline';

/** How much of the site this browser has cached, in a sentence. */
export function OfflineWords({ phase, bytes, total }: OfflineView) {
  return phase === 'none' ? null : words[phase]({ bytes: formatBytes(bytes), total: formatBytes(total) });
}
