import { formatNumber } from '@/lib/format/format';
import type { Edit } from '@/lib/what-if/history';
import type { Preset } from '@/lib/what-if/network-edits';
import words from '@/words/network-edits';

/** The names of the well-known kernels. */
export const PRESET_WORD: Readonly<Record<Preset, string>> = {
  identity: words.identity(),
  blur: words.blur(),
  sharpen: words.sharpen(),
  'vertical edge': words.verticalEdge(),
  'horizontal edge': words.horizontalEdge(),
};

/** An edit in a few words. */
export function editWords(edit: Edit): string {
  switch (edit.kind) {
    case 'paint':
      return edit.colour ? words.painted() : words.restored();
    case 'cover':
      return words.covered({ size: `${edit.size} × ${edit.size}`, row: edit.row, column: edit.column });
    case 'adjust':
      return words.adjusted();
    case 'weight':
      return words.weightIs({
        stage: edit.stage,
        part: edit.place.part,
        index: edit.place.index.join(', '),
        value: formatNumber(edit.value),
      });
    case 'filter':
      return words.filterIs({
        stage: edit.stage,
        filter: edit.filter,
        preset: PRESET_WORD[edit.preset],
      });
    case 'off':
      return words.isOff({ stage: edit.stage, channel: edit.channel });
    case 'linear':
      return words.isLinear({ stage: edit.stage });
  }
}
