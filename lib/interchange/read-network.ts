/** Opens a network from files, whichever of the formats they are in. */

import { baseName } from '@/lib/data/archives/paths';
import { fail, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { NetworkFormat, OpenedNetwork, SourceFile } from './opened';
import { type Recognised, recognise } from './recognise';

type Reader = (found: Recognised) => Promise<Result<OpenedNetwork>>;

/** What was read, with the file's name before a sentence that doesn't mention it. */
const named = (file: SourceFile, read: Result<OpenedNetwork>): Result<OpenedNetwork> =>
  read.ok
    ? read
    : fail(
        words.impossible({ file: baseName(file.name), problem: read.problem.sentence }),
        read.problem.detail,
      );

/** Each is fetched when such a file is opened. */
const READERS: Readonly<Record<NetworkFormat, Reader>> = {
  tfjs: async ({ file, files }) => (await import('./tfjs/read')).readTfjs(file, files),
  keras: async ({ file, files }) => (await import('./keras/keras-zip')).readKeras(files, baseName(file.name)),
  'keras-h5': async ({ file }) => (await import('./keras/h5')).readH5(file),
  onnx: async ({ file }) => named(file, await (await import('./onnx/read')).readOnnx([file])),
  safetensors: async ({ file, files }) => (await import('./safetensors')).readNetworkSafetensors(file, files),
};

/**
 * Opens the network among files that were chosen together. Never throws: whatever is wrong with them is one sentence
 * that names the file.
 */
export async function readNetwork(files: readonly SourceFile[]): Promise<Result<OpenedNetwork>> {
  try {
    const found = await recognise(files);
    if (!found.ok) return found;
    return await READERS[found.value.format](found.value);
  } catch (error) {
    // A flaw of a reader's own, or of the connection that it is fetched over.
    return fail(words.damaged({ file: baseName(files[0]?.name ?? '') }), String(error));
  }
}
