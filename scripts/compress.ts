import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const squeeze = promisify(gzip);

/** Pictures, fonts and weights are as small as they get. */
const COMPRESSIBLE = new Set(['.html', '.js', '.mjs', '.css', '.json', '.txt', '.svg', '.wasm', '.xml']);

/** Writes a .gz file beside every file of a folder that gets smaller by it; the server sends that one. */
export async function compressFolder(folder: string): Promise<void> {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!COMPRESSIBLE.has(extname(file))) continue;
    const content = await readFile(join(folder, file));
    const small = await squeeze(content, { level: 9 });
    if (small.length < content.length) await writeFile(join(folder, `${file}.gz`), small);
  }
}
