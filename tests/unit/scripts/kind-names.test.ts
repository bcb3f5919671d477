import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { namedKinds, probedKinds } from '@/scripts/check/house/kind-names';

/** Code of a file, line by line; and which of its lines a rule finds. */
function foundIn(rule: typeof namedKinds, file: string, lines: readonly string[]): readonly number[] {
  const text = lines.join('\n');
  const source = { file, lines: lines.length, program: parseSync(file, text).program, imports: [] };
  const places = rule(source, (at) => text.slice(0, at).split('\n').length);
  return places.map((place) => Number(place.split(':')[1]));
}

const DECIDES = [
  "export const a = (kind: string) => kind === 'maxPool';",
  "export const b = (kind: string) => kind === 'other';",
  "export const c = (kind: string) => { switch (kind) { case 'dense': return 1; default: return 2; } };",
];
const PROBES = [
  "import type { sliding } from '@/lib/kinds/conv2d/layer';",
  "import { rulesOf } from '@/lib/kinds/registry';",
  "export { explain } from '../kinds/average-pool/explain';",
  "export * from '@/lib/kinds/dense/layer';",
  "export const figure = () => import('@/components/kinds/flatten/Figure');",
  "export const units = (layer: object) => 'units' in layer;",
  "export const ids = (layer: object) => 'id' in layer || 'kind' in layer || 'colour' in layer;",
];

test('a file that decides by a kind’s name is found, with the line', () => {
  expect(foundIn(namedKinds, 'lib/format/any.ts', DECIDES)).toEqual([1, 3]);
});

test('a file that imports from one kind’s folder, or asks for a field of some kinds, is found', () => {
  expect(foundIn(probedKinds, 'lib/format/any.ts', PROBES).toSorted()).toEqual([1, 3, 4, 5, 6]);
});

test('the kinds’ own folders may do both', () => {
  for (const file of ['lib/kinds/parts/any.ts', 'components/kinds/any.ts', 'lib/engine/kinds/any.ts'])
    expect([...foundIn(namedKinds, file, DECIDES), ...foundIn(probedKinds, file, PROBES)]).toEqual([]);
});
