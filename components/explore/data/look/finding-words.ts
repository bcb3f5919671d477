import { FEW, type Finding } from '@/lib/data/sets/look/findings';
import { oddSentence } from '@/lib/data/sets/look/odd';
import { formatCount } from '@/lib/format/format';
import words from '@/words/data-look';

const NAMED = 5;

/** Names in quotation marks would be many; the first few, and how many there are besides. */
function listed(names: readonly string[]): string {
  const first = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? words.more({ names: first, count: names.length - NAMED }) : first;
}

/** A finding as a sentence. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case 'oneClass':
      return words.oneClass({ name: finding.name });
    case 'empty':
      return words.empty({ count: finding.names.length, names: listed(finding.names) });
    case 'unmeasured':
      return words.unmeasured({
        split: finding.split,
        count: finding.names.length,
        names: listed(finding.names),
      });
    case 'few':
      return words.few({ count: finding.names.length, names: listed(finding.names), few: FEW });
    case 'uneven':
      return words.uneven({
        most: finding.most,
        least: finding.least,
        times: formatCount(finding.times),
      });
    case 'leak':
    case 'nearLeak':
      return words[finding.kind]({ count: formatCount(finding.count), of: formatCount(finding.of) });
    case 'conflict':
    case 'nearConflict':
      return words[finding.kind]({ groups: finding.groups });
    case 'mirrored':
      return words.mirrored({ count: finding.count, leaks: finding.leaks });
    case 'odd':
      return oddSentence(finding.odd);
    case 'copies':
    case 'alike':
    case 'plain':
    case 'grey':
      return words[finding.kind]({ count: finding.count });
  }
}
