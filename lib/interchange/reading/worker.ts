/** The worker that reads networks from files: a file that keeps a reader busy keeps nothing else busy. */
import { expose, transfer } from 'comlink';
import { listParameters, sharedWeights } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';
import type { ChosenFile } from '@/lib/site/chosen-files';
import { isShared } from '@/lib/tensor/shared';
import type { OpenedNetwork } from '../opened';
import { readNetwork } from '../read-network';

const api = {
  /** Resolves when files can be read. */
  ready: async (): Promise<void> => {},
  /** As {@link readNetwork}; the weights are in shared memory, or else transferred. */
  async read(files: readonly ChosenFile[]): Promise<Result<OpenedNetwork>> {
    const opened = await readNetwork(
      files.map(({ name, file }) => ({
        name,
        size: file.size,
        bytes: async () => new Uint8Array(await file.arrayBuffer()),
      })),
    );
    if (!opened.ok) return opened;
    const weights = sharedWeights(opened.value.weights);
    const buffers = listParameters(weights).flatMap(([, { values }]) =>
      isShared(values) ? [] : (values.buffer as ArrayBuffer),
    );
    return transfer(ok({ ...opened.value, weights }), [...new Set(buffers)]);
  },
};

export type ReadingApi = typeof api;

expose(api);
