/** Where a job lies in the memory that all threads see, as places of 32-bit numbers. */
const ROUND = 0;
const OPEN = 1;
const BUSY = 2;
const NEXT = 3;
const UNITS = 4;
const NUMBERS = 5;
const MOST_NUMBERS = 16;

/**
 * A thread waits for a round, and takes one unit of work after another until none is left. It counts itself as busy before it
 * asks whether the round is still open: an open round is not closed before nobody is busy, so its numbers stay.
 */
const THREAD = `onmessage = ({ data: { module, memory, shared } }) => {
  postMessage('read');
  const { convolveRow } = new WebAssembly.Instance(module, { backend: { memory } }).exports;
  const control = new Int32Array(shared);
  for (let round = 0; ; ) {
    Atomics.wait(control, ${ROUND}, round);
    round = Atomics.load(control, ${ROUND});
    Atomics.add(control, ${BUSY}, 1);
    if (Atomics.load(control, ${OPEN}) === 1) {
      const numbers = control.slice(${NUMBERS});
      const units = control[${UNITS}];
      for (let unit; (unit = Atomics.add(control, ${NEXT}, 1)) < units; ) convolveRow(unit, ...numbers);
    }
    Atomics.sub(control, ${BUSY}, 1);
  }
};`;

/** Computes units of work, each with the same numbers. */
export type Work = (unit: number, ...numbers: number[]) => void;

/**
 * Threads that share a kernel's work with the one that asks. Each unit has an output of its own, so the result is the same
 * to the bit whoever computes it. Nobody waits for a thread to start: one that is late, or never comes, finds nothing left.
 */
export class Pool {
  private readonly control = new Int32Array(new SharedArrayBuffer((NUMBERS + MOST_NUMBERS) * 4));

  /** `work`: the same function of an instance of this thread's own. */
  constructor(
    module: WebAssembly.Module,
    memory: WebAssembly.Memory,
    threads: number,
    private readonly work: Work,
  ) {
    const address = URL.createObjectURL(new Blob([THREAD], { type: 'text/javascript' }));
    let reading = threads;
    for (let thread = 0; thread < threads; thread++) {
      const worker = new Worker(address);
      // Its first and only message: it has read the script, which the last one to do so leaves to nobody.
      worker.onmessage = () => {
        reading -= 1;
        if (reading === 0) URL.revokeObjectURL(address);
      };
      worker.postMessage({ module, memory, shared: this.control.buffer });
    }
  }

  /** Returns when all units are done. */
  run(units: number, numbers: readonly number[]): void {
    const { control } = this;
    control.set(numbers, NUMBERS);
    control[UNITS] = units;
    Atomics.store(control, NEXT, 0);
    Atomics.store(control, OPEN, 1);
    Atomics.add(control, ROUND, 1);
    Atomics.notify(control, ROUND);
    for (let unit = Atomics.add(control, NEXT, 1); unit < units; unit = Atomics.add(control, NEXT, 1))
      this.work(unit, ...numbers);
    Atomics.store(control, OPEN, 0);
    // The others are in their last unit, a fraction of a millisecond: too short to fall asleep.
    while (Atomics.load(control, BUSY) > 0);
  }
}
