import { formatNumber } from '@/lib/format/format';
import type { Edit } from '@/lib/what-if/history';

/** An edit in a few words. */
export function editWords(edit: Edit): string {
  switch (edit.kind) {
    case 'paint':
      return edit.colour ? 'painted' : 'restored with the eraser';
    case 'cover':
      return `${edit.size} × ${edit.size} pixels covered at row ${edit.row}, column ${edit.column}`;
    case 'adjust':
      return 'moved, turned, contrast or noise';
    case 'weight':
      return `${edit.stage}, ${edit.place.part === 'bias' ? 'bias' : 'weight'} [${edit.place.index.join(', ')}] is ${formatNumber(edit.value)}`;
    case 'filter':
      return `${edit.stage}, filter ${edit.filter} is “${edit.preset}”`;
    case 'off':
      return `${edit.stage}, ${edit.channel} is switched off`;
    case 'linear':
      return `the ReLU of ${edit.stage} lets everything through`;
  }
}
