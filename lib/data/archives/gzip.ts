import { FlateErrorCode, gunzipSync } from 'fflate';
import type { Parts } from './container';
import { discarded } from './released';
import { isBomb } from './zip-archive';

/** Whether bytes begin as gzip (RFC 1952). */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** So many gzipped bytes nearly always unpack to as many. */
export const GZIP_START = 1 << 9;

/**
 * The first `count` of the bytes that gzipped bytes unpack to; null where `packed`, their beginning, doesn't tell, and
 * {@link gunzipped} has to. To look at a file's beginning no stream of the browser's is started: each has some 170 kB until
 * its collector comes.
 */
export function firstUnpacked(packed: Uint8Array, count: number): Uint8Array | null {
  for (const fill of [255, 0]) {
    const out = new Uint8Array(count).fill(fill);
    try {
      gunzipSync(packed, { out });
      // All is there, which may be less than that.
      return null;
    } catch (error) {
      const isCut = error instanceof Error && 'code' in error && error.code === FlateErrorCode.UnexpectedEOF;
      if (!isCut) return null;
    }
    // The library doesn't say how far it came: up to here, or the last byte would be as it was.
    if (out[count - 1] !== fill) return out;
  }
  return null;
}

/**
 * The browser unpacks all that it is given at once, and what nobody has read yet waits in memory. Node may read what is shorter
 * than its streams hold back after a write has ended, when the memory is another part's: that is copied.
 */
const AT_ONCE = 1 << 16;

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
        for (let at = 0; at < part.length; at += AT_ONCE) {
          const some = part.subarray(at, at + AT_ONCE);
          await writer.write(some.length < AT_ONCE ? some.slice() : some);
        }
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
      try {
        yield part;
      } finally {
        discarded(part);
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
    await feeding;
  }
}
