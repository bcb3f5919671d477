import type { BackendName } from '@/lib/network/backends';

/** The names of software emulations of a GPU in browsers and systems. */
const IMITATIONS = /SwiftShader|llvmpipe|softpipe|Basic Render/i;

/**
 * Whether a backend's GPU is emulated in software, as in a browser without a driver that it trusts. The
 * emulation uses all cores and is slower than WebAssembly on the same processor.
 */
export async function isInSoftware(name: BackendName): Promise<boolean> {
  if (name === 'webgpu') return (await navigator.gpu?.requestAdapter())?.info.isFallbackAdapter ?? false;
  return name === 'webgl' && isImitated();
}

/**
 * Not every browser that emulates reports it when a context is requested: the renderer's name is checked too.
 */
function isImitated(): boolean {
  const context = (failIfMajorPerformanceCaveat: boolean) =>
    new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat });
  const fast = context(true);
  if (!fast) return context(false) !== null;
  const names = fast.getExtension('WEBGL_debug_renderer_info');
  return IMITATIONS.test(fast.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? fast.RENDERER));
}
