import { Visitor } from 'oxc-parser';
import { RULES } from '@/lib/kinds/registry';
import type { Source } from './sources';

const KINDS: ReadonlySet<unknown> = new Set(Object.keys(RULES));
/** The folders that may name a kind. */
const AT_HOME = /^(lib|components)\/kinds\/|^lib\/engine\/kinds\//;

/**
 * Where a kind of layer is named outside the kinds' folders to decide something: in a comparison, a case of a switch, or
 * a key of a record of all kinds. Files and lines, such as "lib/a.ts:12".
 */
export function namedKinds({ file, program }: Source, lineOf: (at: number) => number): readonly string[] {
  if (AT_HOME.test(file)) return [];
  const found = new Set<string>();
  const note = (at: number) => found.add(`${file}:${lineOf(at)}`);
  const isKind = (node: unknown): boolean =>
    typeof node === 'object' && node !== null && 'value' in node && KINDS.has(node.value);
  new Visitor({
    BinaryExpression({ left, right, operator, start }) {
      if (/^[!=]==$/.test(operator) && (isKind(left) || isKind(right))) note(start);
    },
    SwitchCase({ test, start }) {
      if (isKind(test)) note(start);
    },
    ObjectExpression({ properties, start }) {
      const keys = properties.flatMap((one) =>
        one.type === 'Property' && one.key.type === 'Identifier' ? one.key.name : [],
      );
      if (keys.length > 1 && [...KINDS].every((kind) => keys.some((key) => key === kind))) note(start);
    },
  }).visit(program);
  return [...found];
}
