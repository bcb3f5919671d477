import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '@/lib/interchange/opened';

/** A file that is held in memory. */
export const sourceFile = (name: string, bytes: Uint8Array): SourceFile => ({
  name,
  size: bytes.length,
  bytes: async () => new Uint8Array(bytes),
});

/** The bytes of a file of `tests/fixtures/interchange`. */
export const fixtureBytes = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(
    await readFile(fileURLToPath(new URL(`../../../fixtures/interchange/${name}`, import.meta.url))),
  );

/** A file of `tests/fixtures/interchange`. */
export const fixture = async (name: string): Promise<SourceFile> =>
  sourceFile(name, await fixtureBytes(name));
