import { readSafetensors, type Safetensors } from '@/lib/checkpoint/safetensors';
import { readBody, unlessStalled } from '@/lib/data/unless-stalled';
import type { Pipeline } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import type { ShippedFiles } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { exactWeights, unpackWeights } from '@/lib/run/packed';
import type { RecordedEpoch } from '@/lib/run/run-file';
import { asset } from '@/lib/site/asset';
import words from '@/words/engine-runs';
import type { PastNetwork } from './own-run';

/**
 * All epochs' weights except the largest kernels, in one small file. Tensors are named `<epoch>/<stage>/...`;
 * the metadata contains the run's seed and its number of steps per epoch.
 */
export const shippedEpochs = ({ folder }: Of): string => `${folder}/epochs/small.safetensors`;
/** The largest kernels of one epoch, fetched when it is selected. */
export const shippedEpoch = ({ folder }: Of, epoch: number): string =>
  `${folder}/epochs/${epoch}.safetensors`;

type Of = Pick<ShippedFiles, 'folder'>;

/** Nothing ships of a network from a file. */
const NO_RUN = fail(words.noRun());

/**
 * The epochs of the run that ships with the present subject, fetched when they are selected. After a failure the next
 * request fetches again.
 */
export class ShippedRun {
  private readonly files = new Map<string, Promise<Result<Safetensors>>>();

  constructor(
    private readonly base: string,
    private readonly of: () => Of | null,
  ) {}

  async at(epoch: number, pipeline: Pipeline): Promise<Result<PastNetwork>> {
    const read = await this.recorded(epoch);
    if (!read.ok) return read;
    const weights = unpackWeights(read.value.tensors, pipeline);
    if (!weights.ok) return weights;
    const { seed, step } = read.value;
    return ok({ weights: weights.value, network: { origin: 'shipped', seed, epoch, step } });
  }

  async small(epoch: number): Promise<Result<PastNetwork>> {
    const of = this.of();
    if (!of) return NO_RUN;
    const small = await this.file(shippedEpochs(of));
    if (!small.ok) return small;
    const weights = exactWeights(small.value.tensors, `${epoch}/`);
    return ok({ weights, network: { origin: 'shipped', ...stateAt(epoch, small.value) } });
  }

  async recorded(epoch: number): Promise<Result<RecordedEpoch & { readonly seed: number }>> {
    const of = this.of();
    if (!of) return NO_RUN;
    const [small, large] = await Promise.all([
      this.file(shippedEpochs(of)),
      this.file(shippedEpoch(of, epoch)),
    ]);
    if (!small.ok) return small;
    if (!large.ok) return large;
    this.fetchBeside(of, epoch, small.value);
    const prefix = `${epoch}/`;
    const tensors = new Map(
      [...small.value.tensors, ...large.value.tensors].flatMap(([name, tensor]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), tensor] as const] : [],
      ),
    );
    return ok({ ...stateAt(epoch, small.value), tensors });
  }

  /** After an epoch the learner usually selects a neighbouring one. */
  private fetchBeside(of: Of, epoch: number, { tensors }: Safetensors): void {
    const recorded = new Set([...tensors.keys()].map((name) => Number.parseInt(name, 10)));
    for (const next of [epoch - 1, epoch + 1]) if (recorded.has(next)) void this.file(shippedEpoch(of, next));
  }

  private async file(path: string): Promise<Result<Safetensors>> {
    const known = this.files.get(path) ?? fetchTensors(asset(path, this.base));
    this.files.set(path, known);
    const file = await known;
    if (!file.ok) this.files.delete(path);
    return file;
  }
}

function stateAt(epoch: number, { notes }: Safetensors): Pick<NetworkState, 'seed' | 'epoch' | 'step'> {
  return { seed: Number(notes.seed), epoch, step: epoch * Number(notes.steps) };
}

async function fetchTensors(address: string): Promise<Result<Safetensors>> {
  const sentence = words.epochNotFetched();
  try {
    const file = await unlessStalled(async (progressed, signal) => {
      const response = await fetch(address, { signal });
      return response.ok ? readBody(response, progressed) : response.status;
    });
    return typeof file === 'number' ? fail(sentence, `${address}: HTTP ${file}`) : readSafetensors(file);
  } catch (error) {
    return fail(sentence, String(error));
  }
}
