import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '@/lib/interchange/opened';
import { fileOf } from './memory-files';

export * from './memory-files';

/** A file that was made by `tests/fixtures/interchange/make.py`. */
export const fixture = (name: string): SourceFile => fileOf(name, fixtureBytes(name));

export const fixtureBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../fixtures/interchange', name)));
