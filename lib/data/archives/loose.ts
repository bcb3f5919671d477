import type { ChosenFile } from '@/lib/site/chosen-files';
import { partsOf } from './byte-source';
import type { Container, Parts } from './container';
import { listed } from './listing';
import { discarded } from './released';

/** So many small files are requested ahead: each request has to wait, and they wait together. */
const AHEAD = 16;
/** Larger ones are read in parts, and so are a few: little is gained by waiting for them together. */
const SMALL = 1 << 20;

/** Chosen files that are no archives; `folders` may be empty. */
export const looseFiles = (files: readonly ChosenFile[], folders: readonly string[]): Container => ({
  kind: 'files',
  files: listed(files.map(({ name, file }) => [name, file.size])),
  folders,
  problem: null,
  async *visit(wanted) {
    const places = Uint32Array.from(wanted);
    const requested = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
    const ahead = places.length > AHEAD ? AHEAD : 0;
    for (const [nth, at] of places.entries()) {
      for (const next of places.subarray(nth, nth + ahead)) {
        const { file } = files[next];
        if (requested.has(next) || file.size > SMALL) continue;
        const bytes = file.arrayBuffer().then((buffer) => new Uint8Array(buffer));
        // Whoever reads it hears of the failure.
        bytes.catch(() => {});
        requested.set(next, bytes);
      }
      const bytes = requested.get(at);
      yield { at, parts: bytes ? once(bytes) : partsOf(files[at].file) };
      requested.delete(at);
    }
  },
});

async function* once(
  bytes: Promise<Uint8Array<ArrayBuffer>>,
): Parts & AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const whole = await bytes;
  try {
    yield whole;
  } finally {
    discarded(whole);
  }
}
