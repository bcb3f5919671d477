/** The worker that reads networks from files: a file that keeps a reader busy keeps nothing else busy. */
import { expose, transfer } from 'comlink';
import { listParameters } from '@/lib/network/weights';
import type { Result } from '@/lib/result';
import type { ChosenFile } from '@/lib/site/chosen-files';
import type { OpenedNetwork } from '../opened';
import { readNetwork } from '../read-network';

const api = {
  /** Resolves when files can be read. */
  ready: async (): Promise<void> => {},
  /** As {@link readNetwork}; the weights are transferred. */
  async read(files: readonly ChosenFile[]): Promise<Result<OpenedNetwork>> {
    const opened = await readNetwork(
      files.map(({ name, file }) => ({
        name,
        size: file.size,
        bytes: async () => new Uint8Array(await file.arrayBuffer()),
      })),
    );
    if (!opened.ok) return opened;
    const buffers = listParameters(opened.value.weights).map(
      ([, { values }]) => values.buffer as ArrayBuffer,
    );
    return transfer(opened, [...new Set(buffers)]);
  },
};

export type ReadingApi = typeof api;

expose(api);
