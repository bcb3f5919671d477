import type { Term } from '@/lib/kinds/types';
import { asPlace, cellAt, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/place';

/** The source of a dense layer's term: "row 3, column 9, map 41", or "unit 41". */
export function termName(term: Term, maps: MapShape | null): string {
  const [index] = term.source;
  if (!maps) return words.unit({ unit: index });
  const [row, column, channel] = asPlace(cellAt(maps, index));
  return words.named({ row, column, name: words.map({ map: channel }) });
}
