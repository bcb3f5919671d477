/**
 * Gives the memory of some bytes back at once. A collector comes when it likes, and until then tens of thousands of small files
 * are as much garbage as their set. Nobody may read these bytes afterwards. A view of a part of its memory is left alone, and
 * so is everything in a browser that can't.
 */
export function released({ buffer, byteLength }: ArrayBufferView): void {
  // Nothing is left of bytes that were given back before.
  if (!(buffer instanceof ArrayBuffer) || byteLength === 0 || byteLength !== buffer.byteLength) return;
  if (typeof buffer.transfer !== 'function') return;
  buffer.transfer(0);
}

/** A port that leads nowhere: what is transferred to it is nobody's any more. */
let nowhere: MessagePort | null = null;

/**
 * Likewise for bytes that the browser made, such as those of a file: it keeps their memory for as long as its own object of
 * them is there, which {@link released} doesn't reach.
 */
export function discarded({ buffer, byteLength }: ArrayBufferView): void {
  if (!(buffer instanceof ArrayBuffer) || byteLength === 0 || byteLength !== buffer.byteLength) return;
  if (!nowhere) {
    const { port1, port2 } = new MessageChannel();
    port2.close();
    nowhere = port1;
  }
  nowhere.postMessage(null, [buffer]);
}
