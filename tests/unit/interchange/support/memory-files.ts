/** Files that lie in memory, in a browser as well. */
import type { SourceFile } from '@/lib/interchange/opened';

/** A file that lies in memory. */
export const fileOf = (name: string, content: Uint8Array | string): SourceFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name, size: bytes.length, bytes: async () => bytes };
};

export const jsonFile = (name: string, value: unknown): SourceFile => fileOf(name, JSON.stringify(value));

/** A file that must not be read, only looked at from outside. */
export const unreadFile = (name: string, size: number): SourceFile => ({
  name,
  size,
  bytes: async () => {
    throw new Error(`${name} was read`);
  },
});
