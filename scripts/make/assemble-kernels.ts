/**
 * `npm run kernels`: assembles the functions in lib/engine/kernels/simd/, and those that kernels/ beside this file writes,
 * into WASM modules and writes these as text beside the former, so that bundlers and tests need no special support. A test
 * reports when they are out of date.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import loadWabt from 'wabt';
import { ROOT } from '../project';
import { addProducts } from './kernels/add-products';
import { convolutions } from './kernels/convolutions';
import { dotProducts } from './kernels/dot-products';
import { largest } from './kernels/largest';
import { pooling } from './kernels/pooling';
import { sharing } from './kernels/sharing';
import { VARIANTS, type Variant } from './kernels/variants';
import { winograd } from './kernels/winograd';
import { winogradFilter } from './kernels/winograd-filter';

const FOLDER = join(ROOT, 'lib', 'engine', 'kernels', 'simd');
/** The file that is written. */
export const BINARY_FILE = join(FOLDER, 'binary.ts');

/** The memory is the backend's: a memory shared by threads has to be declared as shared, with its largest size. */
const MEMORY = { alone: '(memory 0)', shared: '(memory 0 65536 shared)' };

async function assembled(memory: string, variant: Variant): Promise<string> {
  const functions = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.wat'))
    .sort()
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'));
  const wabt = await loadWabt();
  const text = `(module (import "backend" "memory" ${memory})\n${[...functions, addProducts(variant), convolutions(variant), dotProducts(variant), pooling, winograd, winogradFilter, largest, sharing].join('\n')})`;
  const module = wabt.parseWat('simd.wat', text, {
    simd: true,
    threads: true,
    relaxed_simd: true,
    bulk_memory: true,
  });
  const { buffer } = module.toBinary({});
  module.destroy();
  return Buffer.from(buffer).toString('base64');
}

const written = async (variant: Variant): Promise<string> => `{
    alone:
      '${await assembled(MEMORY.alone, variant)}',
    shared:
      '${await assembled(MEMORY.shared, variant)}',
  }`;

/** The expected content of the file. */
export async function binaryFile(): Promise<string> {
  const { plain, relaxed } = VARIANTS;
  return `// Written by \`npm run kernels\` from the .wat files beside it and scripts/make/kernels/. Base64.
export const BINARY = {
  plain: ${await written(plain)},
  relaxed: ${await written(relaxed)},
} as const;
`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(BINARY_FILE, await binaryFile());
