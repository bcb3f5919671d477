/** What layers of foreign networks are called. */
import * as v from 'valibot';
import { id } from '@/lib/kinds/parts/schema-parts';
import { RULES } from '@/lib/kinds/registry';
import type { LayerKind } from '@/lib/kinds/types';

// Names that every object answers to ("constructor") would be found where nobody put them.
const isId = (name: string): boolean =>
  v.is(id, name) && name.trim() === name && !/\p{Cc}/u.test(name) && !(name in {});

/**
 * Gives out ids, each once: the name that a layer brings, where that is a valid one and free, else one made from its
 * kind's stem ("conv1").
 */
export function idGiver(): (kind: LayerKind, name: string) => string {
  const taken = new Set<string>();
  const free = (name: string) => isId(name) && !taken.has(name);
  return (kind, name) => {
    const { stem, numbered } = RULES[kind];
    let id = free(name) ? name : numbered ? `${stem}1` : stem;
    for (let n = 2; !free(id); n++) id = `${stem}${n}`;
    taken.add(id);
    return id;
  };
}
