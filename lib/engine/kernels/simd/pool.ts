/**
 * How many threads share work, the one that asks among them: one for each core; with more than four cores half, because two
 * of those are usually one core with two names.
 */
export const wantedThreads = (cores: number): number =>
  Math.min(8, Math.max(1, Math.min(cores, 4), Math.floor(cores / 2)));

/** Waits for work, and takes its share of it, until it is terminated. */
const THREAD = `onmessage = ({ data: { module, memory, control, thread } }) => {
  postMessage('read');
  new WebAssembly.Instance(module, { backend: { memory } }).exports.serve(control, thread);
};`;

/**
 * Starts threads that take units of the work that is shared in the control block at this address of the memory. Each unit has
 * an output of its own, so the result is the same to the bit whoever computes it.
 */
export function startThreads(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  control: number,
  threads: number,
): void {
  const address = URL.createObjectURL(new Blob([THREAD], { type: 'text/javascript' }));
  let reading = threads;
  for (let thread = 0; thread < threads; thread++) {
    const worker = new Worker(address);
    // Its first and only message: it has read the script, which the last one to do so leaves to nobody.
    worker.onmessage = () => {
      reading -= 1;
      if (reading === 0) URL.revokeObjectURL(address);
    };
    // The one that asks is the first.
    worker.postMessage({ module, memory, control, thread: thread + 1 });
  }
}
