import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/run-file';

/*
 * A file that carries its own SHA-256: the sum is computed with 64 zeros in its place. So it covers every
 * byte of the file, the header and its length too.
 */
const BEFORE = new TextEncoder().encode('"sha256":"');
const DIGITS = 64;

/** The placeholder of the checksum while it is computed. */
export const NO_SUM = '0'.repeat(DIGITS);

/** The offset of the checksum: after the first `"sha256":"`. Null where there is no complete one. */
function placeOf(file: Uint8Array): number | null {
  let from = file.indexOf(BEFORE[0]);
  while (from >= 0 && !BEFORE.every((byte, at) => file[from + at] === byte))
    from = file.indexOf(BEFORE[0], from + 1);
  const place = from + BEFORE.length;
  return from >= 0 && place + DIGITS <= file.length ? place : null;
}

/**
 * The checksum of a file, as 64 lower-case hexadecimal digits. Not by `crypto.subtle`, which a page over
 * plain HTTP lacks.
 */
function sumOf(file: Uint8Array, place: number): string {
  const bare = new Uint8Array(file);
  bare.fill(NO_SUM.charCodeAt(0), place, place + DIGITS);
  return bytesToHex(sha256(bare));
}

/** Writes the checksum into its place in the file. */
export function seal(file: Uint8Array): Result<void> {
  const place = placeOf(file);
  if (place === null) return fail(words.noPlace());
  file.set(new TextEncoder().encode(sumOf(file, place)), place);
  return ok(undefined);
}

/** Whether the file is unchanged since it was sealed, to the last bit. */
export function isSealed(file: Uint8Array): boolean {
  const place = placeOf(file);
  if (place === null) return false;
  return new TextDecoder().decode(file.subarray(place, place + DIGITS)) === sumOf(file, place);
}
