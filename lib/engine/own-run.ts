import { clear, createStore, get, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import { readSafetensors, type Safetensors, writeSafetensors } from '@/lib/checkpoint/safetensors';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import { exactWeights, packWeights, unpackWeights } from '@/lib/run/packed';
import type { RecordedEpoch } from '@/lib/run/run-file';
import words from '@/words/engine-runs';
import { notKept } from './kept-network';
import type { NetworkState, WeightSet } from './protocol';

/** Opened at the first use: where there is no IndexedDB, the epochs stay in memory. */
let opened: UseStore | undefined;
function store(): UseStore {
  opened ??= createStore('pipeline-tracer-run', 'epochs');
  return opened;
}

/** A network as it was at the end of an epoch. */
export interface PastNetwork {
  readonly weights: WeightSet;
  readonly network: NetworkState;
}

/** The epochs of the learner's run, one file each: in the browser's storage, or in memory where that is full or forbidden. */
export class OwnRun {
  private readonly inMemory = new Map<number, Uint8Array>();

  /** Where nothing is to be kept, the epochs are in memory alone, and those of another engine stay as they are. */
  constructor(private readonly keeps = true) {}

  /** A new run begins: the epochs of the one before are let go. */
  async begin(): Promise<void> {
    this.inMemory.clear();
    if (!this.keeps) return;
    try {
      await clear(store());
    } catch {
      // Nothing was kept.
    }
  }

  /** Answers why the epoch stays in memory only, where the browser does not keep it. */
  keep({ seed, epoch, step }: NetworkState, weights: WeightSet): Promise<Result<void>> {
    return this.put(epoch, seed, { step, tensors: new Map(packWeights(weights)) });
  }

  /** The same for weights that are packed already. */
  async put(epoch: number, seed: number, { step, tensors }: RecordedEpoch): Promise<Result<void>> {
    const notes = { seed: `${seed}`, epoch: `${epoch}`, step: `${step}` };
    const file = writeSafetensors([...tensors], 'F32', notes);
    if (!this.keeps) {
      this.inMemory.set(epoch, file);
      return ok(undefined);
    }
    try {
      await set(epoch, file, store());
      return ok(undefined);
    } catch (error) {
      this.inMemory.set(epoch, file);
      return notKept(error);
    }
  }

  async at(epoch: number, pipeline: Pipeline): Promise<Result<PastNetwork>> {
    const read = await this.read(epoch);
    if (!read.ok) return read;
    const weights = unpackWeights(read.value.tensors, pipeline);
    return weights.ok ? ok({ weights: weights.value, network: stateAt(epoch, read.value) }) : weights;
  }

  async small(epoch: number): Promise<Result<PastNetwork>> {
    const read = await this.read(epoch);
    if (!read.ok) return read;
    return ok({ weights: exactWeights(read.value.tensors), network: stateAt(epoch, read.value) });
  }

  async recorded(epoch: number): Promise<Result<RecordedEpoch>> {
    const read = await this.read(epoch);
    return read.ok ? ok({ step: Number(read.value.notes.step), tensors: read.value.tensors }) : read;
  }

  /** An epoch as it was written. */
  async read(epoch: number): Promise<Result<Safetensors>> {
    const file = this.inMemory.get(epoch) ?? (await this.kept(epoch));
    return file ? readSafetensors(file) : fail(words.epochNotKept({ epoch }));
  }

  private async kept(epoch: number): Promise<Uint8Array | null> {
    if (!this.keeps) return null;
    try {
      const found = v.safeParse(v.instance(Uint8Array), await get(epoch, store()));
      return found.success ? found.output : null;
    } catch {
      return null;
    }
  }
}

function stateAt(epoch: number, { notes }: Safetensors): NetworkState {
  return { origin: 'trained', seed: Number(notes.seed), epoch, step: Number(notes.step) };
}
