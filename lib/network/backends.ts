/** What computes, and how fast it was measured to be. */

/** What TensorFlow.js computes with. */
export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

/** What a reader knows each by. */
export const BACKEND_WORD: Readonly<Record<BackendName, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly',
  cpu: 'JavaScript',
};

/** How a backend did in the probe: milliseconds for one trace's forward pass, or why it did not start. */
export interface BackendReport {
  readonly backend: BackendName;
  readonly milliseconds: number | null;
  /** The same for a batch of {@link PROBE_BATCH} images, which is what training is made of; where it was worth measuring. */
  readonly batchMilliseconds?: number;
  readonly threads?: number;
  readonly problem?: string;
}

export const PROBE_BATCH = 16;

export interface EngineReport {
  readonly backend: BackendName;
  readonly threads: number;
  readonly probes: readonly BackendReport[];
  /** Whether the learner chose the backend, or the probe did. */
  readonly chosen: 'measured' | 'by hand';
}
