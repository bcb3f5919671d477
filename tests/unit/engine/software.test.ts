import { afterEach, expect, it, vi } from 'vitest';
import { isInSoftware } from '@/lib/engine/backends/software';

afterEach(() => vi.unstubAllGlobals());

/** A browser whose contexts are drawn by `renderer`: null has none, and `honest` means that it admits to being slow. */
function browserWith(renderer: string | null, honest = false, namesRenderer = true): void {
  const context = {
    RENDERER: 1,
    getExtension: () => (namesRenderer ? { UNMASKED_RENDERER_WEBGL: 2 } : null),
    getParameter: (name: number) => (name === 2 || !namesRenderer ? renderer : 'WebKit WebGL'),
  };
  class Canvas {
    getContext(_kind: string, { failIfMajorPerformanceCaveat }: { failIfMajorPerformanceCaveat: boolean }) {
      return renderer === null || (honest && failIfMajorPerformanceCaveat) ? null : context;
    }
  }
  vi.stubGlobal('OffscreenCanvas', Canvas);
}

it.each([
  ['a renderer that admits it', 'SwiftShader', true, true, true],
  [
    'a renderer known by its name',
    'ANGLE (Google, Vulkan (SwiftShader Device (Subzero)))',
    false,
    true,
    true,
  ],
  [
    'a renderer known by the name that needs no extension',
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    false,
    false,
    true,
  ],
  ['a real card', 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11)', false, true, false],
  ['nothing: no WebGL at all', null, false, true, false],
] as const)('WebGL drawn by %s', async (_, renderer, honest, namesRenderer, imitated) => {
  browserWith(renderer, honest, namesRenderer);
  expect(await isInSoftware('webgl')).toBe(imitated);
});

it.each([
  ['a fallback adapter', { info: { isFallbackAdapter: true } }, true],
  ['a real adapter', { info: { isFallbackAdapter: false } }, false],
  ['no adapter', null, false],
] as const)('WebGPU with %s', async (_, adapter, imitated) => {
  vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => adapter } });
  expect(await isInSoftware('webgpu')).toBe(imitated);
});

it('a backend that computes on the processor anyway is not software emulation', async () => {
  browserWith('SwiftShader');
  expect(await isInSoftware('wasm')).toBe(false);
  expect(await isInSoftware('cpu')).toBe(false);
});
