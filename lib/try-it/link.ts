/** Code as the fragment of an address: compressed, in characters that addresses leave unchanged. */
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/try-it-answers';
import { LONGEST_CODE } from './run-code';

const NAME = 'code=';
/** A longer link can only hold code that is too long to run, even if it compresses badly. */
const LONGEST_LINK = 40_000;

const BROKEN = words.brokenLink();

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** Sends bytes through a (de)compressor; null as soon as the output exceeds `most` bytes. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The hash that contains the code, with its #. */
export async function hashOf(code: string): Promise<string> {
  const packed = await through(
    new TextEncoder().encode(code),
    new CompressionStream('deflate-raw'),
    LONGEST_LINK,
  );
  return packed ? `#${NAME}${toBase64Url(packed)}` : '';
}

/**
 * The code in an address; null where it contains none. Fails on code that is too long, and on anything that
 * is not code.
 */
export async function codeIn(hash: string): Promise<Result<string> | null> {
  if (!hash.startsWith(`#${NAME}`)) return null;
  const text = hash.slice(NAME.length + 1);
  if (text.length > LONGEST_LINK || !/^[\w-]+$/.test(text)) return fail(BROKEN);
  try {
    // A character takes at most three bytes.
    const bytes = await through(
      fromBase64Url(text),
      new DecompressionStream('deflate-raw'),
      3 * LONGEST_CODE,
    );
    const code = bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return code !== null && code.length <= LONGEST_CODE ? ok(code) : fail(BROKEN);
  } catch (error) {
    return fail(BROKEN, String(error));
  }
}
