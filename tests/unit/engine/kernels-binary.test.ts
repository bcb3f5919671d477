import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BINARY } from '@/lib/engine/kernels/simd/binary';
import { BINARY_FILE, binaryFile } from '@/scripts/make/assemble-kernels';

test('the module matches the .wat files beside it; otherwise run `npm run kernels`', async () => {
  expect(await binaryFile()).toBe(readFileSync(BINARY_FILE, 'utf8'));
});

test('the modules without relaxed SIMD can be run, in Node too', () => {
  for (const binary of Object.values(BINARY.plain))
    expect(WebAssembly.validate(new Uint8Array(Buffer.from(binary, 'base64')))).toBe(true);
});
