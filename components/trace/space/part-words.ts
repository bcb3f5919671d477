import { formatCount } from '@/lib/format/format';
import type { Board } from '@/lib/provenance/space/layout';
import words from '@/words/space';

/** How much of a stage is drawn, where it is drawn in part: "conv1 (256 of 1,024 maps)". */
export const partWords = ({ stage, shown, all, units }: Board): string =>
  words.partOf({
    stage,
    shown: formatCount(shown),
    all: formatCount(all),
    what: units === null ? 'maps' : 'units',
  });
