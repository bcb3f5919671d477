/** The backends, and how fast each was measured. */

/** The backends of TensorFlow.js. */
export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** The name of each for a reader. */
export const BACKEND_WORD: Readonly<Record<BackendName, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};

/** The result of probing a backend: milliseconds for one trace's forward pass, or why it did not start. */
export interface BackendReport {
  readonly backend: BackendName;
  readonly milliseconds: number | null;
  /**
   * The same for a batch of {@link PROBE_BATCH} images, the unit of training; where it was worth measuring.
   */
  readonly batchMilliseconds?: number;
  /** The multiply-adds of that forward pass, for one image. */
  readonly multiplyAdds?: number;
  readonly threads?: number;
  readonly problem?: string;
}

export const PROBE_BATCH = 16;

export interface EngineReport {
  readonly backend: BackendName;
  readonly threads: number;
  readonly probes: readonly BackendReport[];
  /** Whether the probe or the learner chose the backend. */
  readonly chosen: 'measured' | 'by hand';
}
