import { RULES } from '@/lib/kinds/registry';
import type { LayerKind } from '@/lib/kinds/types';

/** A layer that has a name, or gets one. */
interface Named {
  readonly kind: LayerKind;
  readonly name: string | null;
}

/** The given names; otherwise those of the lessons: conv1, pool1, ..., output. */
export function namesOf(layers: readonly Named[]): string[] {
  const taken = new Set(layers.flatMap(({ name }) => name ?? []));
  const free = (stem: string, numbered: boolean) => {
    let name = numbered ? `${stem}1` : stem;
    for (let n = 2; taken.has(name); n++) name = `${stem}${n}`;
    taken.add(name);
    return name;
  };
  return layers.map(({ kind, name }, at) => {
    if (name) return name;
    const { stem, numbered, units } = RULES[kind];
    return units && at === layers.length - 1 ? free('output', false) : free(stem, numbered);
  });
}
