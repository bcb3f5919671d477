import { writeSafetensors } from '@/lib/checkpoint/safetensors';
import { listParameters } from '@/lib/network/weights';
import type { WrittenNetwork } from './network';

/** A network as one safetensors file: tensors named `<stage>/<parameter>`, the architecture as JSON among the notes. */
export const asSafetensors = ({ pipeline, weights }: WrittenNetwork): Uint8Array<ArrayBuffer> =>
  writeSafetensors(listParameters(weights), 'F32', {
    architecture: JSON.stringify(pipeline.architecture),
  });
