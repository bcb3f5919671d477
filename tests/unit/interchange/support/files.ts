import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '@/lib/interchange/opened';

/** A file that lies in memory. */
export const fileOf = (name: string, content: Uint8Array | string): SourceFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name, size: bytes.length, bytes: async () => bytes };
};

export const jsonFile = (name: string, value: unknown): SourceFile => fileOf(name, JSON.stringify(value));

/** A file that was made by `tests/fixtures/interchange/make.py`. */
export const fixture = (name: string): SourceFile => fileOf(name, fixtureBytes(name));

export const fixtureBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../fixtures/interchange', name)));

/** A file that must not be read, only looked at from outside. */
export const unreadFile = (name: string, size: number): SourceFile => ({
  name,
  size,
  bytes: async () => {
    throw new Error(`${name} was read`);
  },
});
