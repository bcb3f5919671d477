import type { BackendName } from '@/lib/network/backends';

/** What browsers and systems call their imitations of a graphics card. */
const IMITATIONS = /SwiftShader|llvmpipe|softpipe|Basic Render/i;

/**
 * Whether the processor imitates the graphics card that a backend computes on, as a browser does without a driver that it
 * trusts. The imitation takes all cores and is slower than WebAssembly on the same processor.
 */
export async function isInSoftware(name: BackendName): Promise<boolean> {
  if (name === 'webgpu') return (await navigator.gpu?.requestAdapter())?.info.isFallbackAdapter ?? false;
  return name === 'webgl' && isImitated();
}

/** Not every browser that imitates says so when it is asked for a context: the name of what draws is looked at too. */
function isImitated(): boolean {
  const context = (failIfMajorPerformanceCaveat: boolean) =>
    new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat });
  const fast = context(true);
  if (!fast) return context(false) !== null;
  const names = fast.getExtension('WEBGL_debug_renderer_info');
  return IMITATIONS.test(fast.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? fast.RENDERER));
}
