import type { LayerKind } from '@/lib/layers/types';

/** What a layer of each kind is called where the code gives it no name, and whether the first one has a number too. */
const STEMS: Readonly<Record<LayerKind, readonly [stem: string, numbered: boolean]>> = {
  input: ['input', false],
  normalize: ['normalize', false],
  conv2d: ['conv', true],
  maxPool: ['pool', true],
  flatten: ['flatten', false],
  dense: ['dense', false],
};

/** A layer that has a name, or gets one. */
interface Named {
  readonly kind: LayerKind;
  readonly name: string | null;
}

/** The names that were given; for others what the lessons would call them: conv1, pool1, ..., output. */
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
    return kind === 'dense' && at === layers.length - 1 ? free('output', false) : free(...STEMS[kind]);
  });
}
