/** Text in an address: compressed, in characters that addresses leave unchanged. */

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

/** A text in packed form; null where that has more than `most` bytes. */
export async function packText(text: string, most: number): Promise<string | null> {
  const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'), most);
  return packed && toBase64Url(packed);
}

/**
 * The text of a packed form; null where it has more than `most` bytes.
 * @throws Error for anything that is not one: it comes from outside.
 */
export async function unpackText(packed: string, most: number): Promise<string | null> {
  if (!/^[\w-]+$/.test(packed)) throw new Error('not a packed text');
  const bytes = await through(fromBase64Url(packed), new DecompressionStream('deflate-raw'), most);
  return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
