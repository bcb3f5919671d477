import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Images, fonts and weights do not get smaller. */
const COMPRESSIBLE = new Set(['.html', '.js', '.mjs', '.css', '.json', '.txt', '.svg', '.wasm', '.xml']);
/** Files that a page waits for. Brotli takes a hundred times as long as gzip for a sixth less, so the rest goes without. */
const WAITED_FOR = new Set(['.html', '.js', '.css', '.wasm']);
/** A window twice as large as the largest file, in powers of two: a larger window only takes longer to compress. */
const WINDOW_BITS = 20;

const zip = promisify(gzip);
const squeeze = promisify(brotliCompress);

/** Writes a .gz file, and for some a .br file, beside every file of a folder that gets smaller by it; the server sends those. */
export async function compressFolder(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    COMPRESSIBLE.has(extname(file)),
  );
  const next = names.values();
  const worker = async () => {
    for (const name of next) await compress(join(folder, name));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  const keep = async (ending: string, small: Buffer) => {
    if (small.length < content.length) await writeFile(`${file}${ending}`, small);
  };
  await keep('.gz', await zip(content, { level: 9 }));
  if (WAITED_FOR.has(extname(file)))
    await keep(
      '.br',
      await squeeze(content, {
        params: {
          [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
    );
}
