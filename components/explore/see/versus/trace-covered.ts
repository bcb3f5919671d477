import type { Architecture } from '@/lib/network/architecture';
import type { Trace } from '@/lib/network/trace';
import type { Result } from '@/lib/result';
import { withCopyOf } from '@/lib/store/explore/copy';

/** The covered image through the network of a trace. */
export async function traceCovered(
  architecture: Architecture,
  trace: Trace,
  pixels: Uint8Array,
): Promise<Result<Trace>> {
  const copied = await withCopyOf(architecture, trace);
  return copied.ok ? copied.value.engine.trace(copied.value.copy, pixels) : copied;
}
