import type { Parts } from './container';
import { discarded } from './released';
import { isBomb } from './zip-archive';

/** Whether bytes begin as gzip (RFC 1952). */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * What some gzipped bytes unpack to, part by part; the browser's own unpacking also checks their sum.
 * @throws Error where they are damaged, cut off, followed by others, or unpack to more than is believed.
 */
export async function* gunzipped(packed: Parts): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream('gzip');
  const [reader, writer] = [readable.getReader(), writable.getWriter()];
  let [taken, unpacked] = [0, 0];
  const feeding = (async () => {
    try {
      for await (const part of packed) {
        taken += part.length;
        // It is read whenever the browser likes, and the part's memory is another's then.
        await writer.write(part.slice());
      }
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => {});
    }
  })();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const part = next.value as Uint8Array<ArrayBuffer>;
      unpacked += part.length;
      if (isBomb(unpacked, taken)) throw new RangeError(`${unpacked} bytes from ${taken}`);
      yield part;
      discarded(part);
    }
  } finally {
    await reader.cancel().catch(() => {});
    await feeding;
  }
}
