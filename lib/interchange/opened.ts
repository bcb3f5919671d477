/** What every reader of `lib/interchange` takes and answers: files as they were chosen, and a network as they describe it. */
import type { Architecture } from '@/lib/network/architecture';
import type { WeightSet } from '@/lib/network/weights';

/** A file that was chosen, dropped or unpacked: read only where a reader asks for it. */
export interface SourceFile {
  /** As it lies in its folder or archive, with "/" between the parts: "tinyvgg/model.json". */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** @throws Error where it can't be read any more. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/** The formats that networks are read from. */
export type NetworkFormat = 'tfjs' | 'keras' | 'keras-h5' | 'onnx' | 'safetensors';

/**
 * A network as a file describes it: channels last, kernels as `lib/kinds` orders their axes. How images are prepared for
 * it is still to be asked: its layers take what the file's own first layer takes.
 */
export interface OpenedNetwork {
  readonly format: NetworkFormat;
  readonly architecture: Architecture;
  /** Of all layers that have parameters, whole, fitting and finite. */
  readonly weights: WeightSet;
  /** Whether the file names the classes; if not they are called by their index. */
  readonly namesClasses: boolean;
}
