import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { RULES } from '@/lib/kinds/registry';
import { ROOT } from '@/scripts/project';
import { resolve, type Source } from './sources';

const KINDS: ReadonlySet<unknown> = new Set(Object.keys(RULES));
/** The folders that may name a kind. */
const AT_HOME = /^(lib|components)\/kinds\/|^lib\/engine\/kinds\//;

/** The places outside the kinds' folders, scripts included, that may name one kind. */
export const MOST_KIND_NAMES = 5;
/** The files with such a place, each with its reason. */
export const MAY_NAME_KINDS: Readonly<Record<string, string>> = {
  'components/training/epochs/runs/setting-names.ts':
    'means the setting of a run that is called “dropout”, not a kind',
  'lib/interchange/keras/layers/values.ts':
    'Keras’s Rescaling is written as a factor and an addend, a normalization as a division',
  'lib/interchange/onnx/operators/normalizing.ts':
    'in ONNX several nodes are one normalization, whose means and deviations come after its divisor',
  'lib/interchange/preparation.ts': 'asks how images are prepared, which is what a normalization is for',
  'scripts/lab/convnet.ts': 'has each kind in the terms of ConvNetJS, which only a benchmark needs',
};

/** A kind's folder: "averagePool" stands in "average-pool". */
const folderOf = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const OF_ONE_KIND = new RegExp(`^(lib|components)/kinds/(${Object.keys(RULES).map(folderOf).join('|')})/`);

/** The fields that only layers of some kinds have, as declared: "units", "stride". */
const FIELDS: ReadonlySet<unknown> = (() => {
  const file = join('lib', 'kinds', 'layers.ts');
  const fields = new Set<string>();
  new Visitor({
    TSPropertySignature({ key }) {
      if (key.type === 'Identifier') fields.add(key.name);
    },
  }).visit(parseSync(file, readFileSync(join(ROOT, file), 'utf8')).program);
  // Those that every layer has.
  fields.delete('id');
  fields.delete('kind');
  return fields;
})();

type LineOf = (at: number) => number;

const literalOf = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'value' in node ? node.value : undefined;

/**
 * Where a kind of layer is named outside the kinds' folders to decide something: in a comparison, a case of a switch, or
 * a key of a record of all kinds. Files and lines, such as "lib/a.ts:12".
 */
export function namedKinds({ file, program }: Source, lineOf: LineOf): readonly string[] {
  if (AT_HOME.test(file)) return [];
  const found = new Set<string>();
  const note = (at: number) => found.add(`${file}:${lineOf(at)}`);
  const isKind = (node: unknown): boolean => KINDS.has(literalOf(node));
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

interface Importing {
  readonly source: unknown;
  readonly start: number;
}
/** Everything that names a module. */
const IMPORTS = [
  'ImportDeclaration',
  'ImportExpression',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
] as const;

/**
 * Where something is found out about one kind without naming it: by what a file of that kind's folder exports, or by
 * whether a layer has a field that only some kinds have. Callers ask the registries of all kinds instead.
 */
export function probedKinds({ file, program }: Source, lineOf: LineOf): readonly string[] {
  if (AT_HOME.test(file)) return [];
  const found = new Set<string>();
  const note = (at: number) => found.add(`${file}:${lineOf(at)}`);
  function noteImport({ source, start }: Importing): void {
    const name = literalOf(source);
    if (typeof name === 'string' && OF_ONE_KIND.test(resolve(file, name) ?? '')) note(start);
  }
  new Visitor({
    ...Object.fromEntries(IMPORTS.map((kind) => [kind, noteImport])),
    BinaryExpression({ left, operator, start }) {
      if (operator === 'in' && FIELDS.has(literalOf(left))) note(start);
    },
  }).visit(program);
  return [...found];
}
