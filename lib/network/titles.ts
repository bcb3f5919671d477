/** What headings call the stages, from their kinds and their order. */
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import words from '@/words/titles';

/** So many of a kind have words for their place; those after them have numbers. */
const ORDINALS = 10;

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);

/**
 * One title for each layer, in order: "First convolution" where there are several of a kind, "Dense layer" where
 * there is one, and "Output" for the last.
 */
export function titlesOf(layers: readonly Layer[]): string[] {
  const hidden = layers.slice(0, -1);
  return layers.map((layer, at) => {
    if (at === layers.length - 1) return words.output();
    const { name } = rulesOf(layer);
    const alike = hidden.filter(({ kind }) => kind === layer.kind);
    if (alike.length === 1) return capital(name);
    const nth = alike.indexOf(layer);
    return nth < ORDINALS
      ? words.nth({ nth: String(nth + 1), kind: layer.kind, name })
      : `${capital(name)} ${nth + 1}`;
  });
}
