/**
 * The input and output of every reader of `lib/interchange`: the chosen files, and the network that they
 * describe.
 */
import type { Architecture } from '@/lib/network/architecture';
import type { WeightSet } from '@/lib/network/weights';

/** A chosen, dropped or unpacked file; its contents are read only when a reader needs them. */
export interface SourceFile {
  /** Its path in its folder or archive, with "/" between the parts: "tinyvgg/model.json". */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** @throws Error where it can't be read any more. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/** The formats that networks are read from. */
export type NetworkFormat = 'tfjs' | 'keras' | 'keras-h5' | 'onnx' | 'safetensors';

/**
 * A network as a file describes it: channels last, kernels as `lib/kinds` orders their axes. The file does
 * not say how images are prepared for it; its layers take what the file's first layer takes.
 */
export interface OpenedNetwork {
  readonly format: NetworkFormat;
  readonly architecture: Architecture;
  /** The weights of all layers that have parameters: complete, of the right shape, and finite. */
  readonly weights: WeightSet;
  /** Whether the file's network ends in logits, so that a softmax was added to its last layer. */
  readonly addsSoftmax: boolean;
  /** Whether the file names the classes; otherwise they are called by their index. */
  readonly namesClasses: boolean;
  /** The classes of layers that work in training alone, such as noise, and are left out here. */
  readonly leavesOut: readonly string[];
}
