/**
 * `npm run kernels`: assembles the functions in lib/engine/kernels/simd/ into a WASM module and writes it as text beside
 * them, so that bundlers and tests need no special support. A test reports when it is out of date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import loadWabt from 'wabt';
import { ROOT } from '../project';

const FOLDER = join(ROOT, 'lib', 'engine', 'kernels', 'simd');
/** The file that is written. */
export const BINARY_FILE = join(FOLDER, 'binary.ts');

/** The memory is the backend's: a memory shared by threads has to be declared as shared, with its largest size. */
const MEMORY = { alone: '(memory 0)', shared: '(memory 0 65536 shared)' };

async function assembled(memory: string): Promise<string> {
  const functions = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.wat'))
    .sort()
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'));
  const wabt = await loadWabt();
  const text = `(module (import "backend" "memory" ${memory})\n${functions.join('\n')})`;
  const module = wabt.parseWat('simd.wat', text, { simd: true, threads: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  return Buffer.from(buffer).toString('base64');
}

/** The expected content of the file. */
export async function binaryFile(): Promise<string> {
  const [alone, shared] = [await assembled(MEMORY.alone), await assembled(MEMORY.shared)];
  return `// Written by \`npm run kernels\` from the .wat files beside it. Base64.
export const BINARY = {
  alone:
    '${alone}',
  shared:
    '${shared}',
} as const;
`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(BINARY_FILE, await binaryFile());
