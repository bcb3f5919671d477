/** The tree's source files with the imports of each, as parsed by oxc: imports of types count as well. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type ParseResult, parseSync } from 'oxc-parser';
import { ROOT } from '@/scripts/project';

const FOLDERS = ['app', 'components', 'lib'];
/** Made by `npm run words`. */
const GENERATED = join('lib', 'words');
const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

export interface Source {
  /** From the root, such as "lib/tensor/tensor.ts". */
  readonly file: string;
  readonly lines: number;
  readonly program: ParseResult['program'];
  /** The files of the tree that it imports, from the root. */
  readonly imports: readonly string[];
}

/** Every source file of the site, or of other folders. */
export const sources = (folders: readonly string[] = FOLDERS): readonly Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(GENERATED))
      .map(read),
  );

function read(file: string): Source {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const { module, program } = parseSync(file, text);
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ];
  const imports = new Set(named.flatMap((name) => resolve(file, name) ?? []));
  return { file, lines: text.split('\n').length - 1, program, imports: [...imports] };
}

/** The imported file of the tree; null for packages, messages and style sheets. */
export function resolve(from: string, name: string): string | null {
  if (!name.startsWith('.') && !name.startsWith('@/')) return null;
  const base = name.startsWith('@/') ? join(ROOT, name.slice(2)) : join(ROOT, dirname(from), name);
  const found = ENDINGS.map((ending) => base + ending).find(
    (path) => /\.tsx?$/.test(path) && existsSync(path) && statSync(path).isFile(),
  );
  return found ? relative(ROOT, found) : null;
}
