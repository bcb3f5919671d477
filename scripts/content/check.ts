import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LESSON_NAMES } from '@/components/mdx/names';
import { MODE_NAMES } from '@/components/modes/component-names';
import { referencePipeline } from '@/lib/pipeline/reference';
import { PAGES } from '../pages';
import { ROOT } from '../project';
import { contentFaults } from './faults';

/** Which folder's texts may use which components. */
const FOLDERS = [
  { folder: 'content/stages', components: LESSON_NAMES },
  { folder: 'content/modes', components: MODE_NAMES },
] as const;

const PUBLIC = join(ROOT, 'public');
const isFile = (address: string): boolean => {
  const file = join(PUBLIC, address);
  return address.startsWith('/') && existsSync(file) && statSync(file).isFile();
};

export interface Checked {
  readonly files: number;
  /** Each as "content/stages/03-conv1.mdx:12: what is wrong". */
  readonly faults: readonly string[];
}

/** Reads all lessons and ways to learn. */
export function checkContent(): Checked {
  const stages = referencePipeline.stages.map(({ id }) => id);
  const texts = FOLDERS.flatMap(({ folder, components }) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => ({ file: join(ROOT, folder, name), components })),
  );
  const faults = texts.flatMap(({ file, components }) =>
    contentFaults(readFileSync(file, 'utf8'), { components, stages, pages: PAGES, isFile }).map(
      ({ line, sentence }) => `${relative(ROOT, file)}:${line}: ${sentence}`,
    ),
  );
  return { files: texts.length, faults };
}
