import { fail, ok, type Result } from '@/lib/result';

/*
 * A file that carries its own SHA-256: the sum is taken with 64 zeros where it stands. So it covers every byte of the
 * file, the header and its length too.
 */
const BEFORE = new TextEncoder().encode('"sha256":"');
const DIGITS = 64;

/** What stands in the place of the sum while it is taken. */
export const NO_SUM = '0'.repeat(DIGITS);

/** Where the sum begins: after the first `"sha256":"`. Null where there is no whole one. */
function placeOf(file: Uint8Array): number | null {
  let from = file.indexOf(BEFORE[0]);
  while (from >= 0 && !BEFORE.every((byte, at) => file[from + at] === byte))
    from = file.indexOf(BEFORE[0], from + 1);
  const place = from + BEFORE.length;
  return from >= 0 && place + DIGITS <= file.length ? place : null;
}

/** The sum of a file, as 64 small hexadecimal digits. Browsers take sums on secure connections only. */
async function sumOf(file: Uint8Array, place: number): Promise<Result<string>> {
  if (!globalThis.crypto?.subtle)
    return fail('Run files can’t be checked on a page that was opened without https.');
  const bare = new Uint8Array(file);
  bare.fill(NO_SUM.charCodeAt(0), place, place + DIGITS);
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bare));
  return ok(Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/** Writes the sum into its place in the file. */
export async function seal(file: Uint8Array): Promise<Result<void>> {
  const place = placeOf(file);
  if (place === null) return fail('This file has no place for its sum.');
  const sum = await sumOf(file, place);
  if (!sum.ok) return sum;
  file.set(new TextEncoder().encode(sum.value), place);
  return ok(undefined);
}

/** Whether the file is as it was sealed, to the last bit. */
export async function isSealed(file: Uint8Array): Promise<Result<boolean>> {
  const place = placeOf(file);
  if (place === null) return ok(false);
  const sum = await sumOf(file, place);
  if (!sum.ok) return sum;
  return ok(new TextDecoder().decode(file.subarray(place, place + DIGITS)) === sum.value);
}
