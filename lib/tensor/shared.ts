/*
 * Memory that the page and its workers see alike: sending it copies nothing. A browser has it where the page is isolated from
 * other origins, and refuses to transfer, store or save it: those who do that copy it first.
 */

/** Whether values lie in shared memory. */
export const isShared = ({ buffer }: Float32Array): boolean =>
  typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer;

/** So many zeros, in shared memory where there is such. */
export const sharedFloats = (count: number): Float32Array =>
  globalThis.crossOriginIsolated === true
    ? new Float32Array(new SharedArrayBuffer(count * Float32Array.BYTES_PER_ELEMENT))
    : new Float32Array(count);

/** The same values in shared memory, or unchanged where there is none. */
export function inSharedMemory(values: Float32Array): Float32Array {
  if (isShared(values) || globalThis.crossOriginIsolated !== true) return values;
  const shared = sharedFloats(values.length);
  shared.set(values);
  return shared;
}
