/** The published checksums of well-known data sets: of the files as they are offered, or of what they unpack to. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { KNOWN_TITLES, PUBLISHED_FILES } from '@/lib/data/sets/known/published';

const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

/** What its checksum says of a file. `differs`: it is called as one of these sets' files, and none has its bytes. */
export type Verdict =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'published' | 'repacked'; readonly set: string }
  | { readonly kind: 'differs'; readonly sets: readonly string[] };

/** Compares a file with those that are published under its name, with or without ".gz". */
export function verdictOf(name: string, bytes: Uint8Array): Verdict {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const called = PUBLISHED_FILES.filter((one) => one.name === name || one.name === `${name}.gz`);
  if (called.length === 0) return { kind: 'unknown' };
  const sum = md5(bytes);
  const same = called.find((one) => one.md5 === sum);
  if (same) return { kind: 'published', set: KNOWN_TITLES[same.set] };
  // An archive of many files is not unpacked for that.
  const plain = called.some(({ unpacked }) => unpacked) ? content(bytes, isPacked, sum) : null;
  const repacked = called.find(({ unpacked }) => unpacked !== undefined && unpacked === plain);
  if (repacked) return { kind: isPacked ? 'repacked' : 'published', set: KNOWN_TITLES[repacked.set] };
  return { kind: 'differs', sets: called.map(({ set }) => KNOWN_TITLES[set]) };
}

function content(bytes: Uint8Array, isPacked: boolean, sum: string): string | null {
  if (!isPacked) return sum;
  try {
    return md5(gunzipSync(bytes));
  } catch {
    return null;
  }
}
