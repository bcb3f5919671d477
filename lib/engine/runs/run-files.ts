import { transfer } from 'comlink';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { RunName } from '@/lib/network/handle';
import type { NetworkState, OpenedLog, OtherRun, RunLog } from '@/lib/network/run';
import { fail, ok, type Result } from '@/lib/result';
import { isSameArchitecture } from '@/lib/run/architecture-schema';
import { epochToKeep, isOver } from '@/lib/run/early-stopping';
import {
  type RecordedEpoch,
  type RecordedRun,
  readRunFile,
  weightsOf,
  writeRunFile,
} from '@/lib/run/run-file';
import words from '@/words/engine-runs';
import type { EngineCore } from '../worker/core';
import { OPEN_AGAIN, OpenedRun } from './opened-run';
import { unusableEpochs } from './unusable';

const NO_RUN = words.noRun();

/** Runs as files: written, opened for comparison with the others, and taken over to be resumed. */
export class RunFiles {
  private count = 0;

  constructor(private readonly engine: EngineCore) {}

  /** The settings and measurements of a run. */
  async log(run: RunName): Promise<Result<RunLog>> {
    const { network, past } = this.engine;
    if (run === 'shipped') return this.engine.shippedRun();
    if (run === 'own') return network.log ? ok(network.log) : fail(NO_RUN);
    const opened = past.opened.get(run);
    return opened ? ok(opened.run.log) : fail(OPEN_AGAIN);
  }

  /** A run as one file; if it was stored at the end of an epoch, with everything needed to resume it. */
  async write(run: RunName): Promise<Result<Uint8Array<ArrayBuffer>>> {
    const log = await this.log(run);
    if (!log.ok) return log;
    const epochs = new Map<number, RecordedEpoch>();
    for (const { epoch } of log.value.epochs) {
      const recorded = await this.engine.past.run(run).recorded(epoch);
      if (!recorded.ok) return recorded;
      epochs.set(epoch, recorded.value);
    }
    const file = writeRunFile({ log: log.value, epochs, resumable: await this.resumable(run, log.value) });
    return file.ok ? transfer(file, [file.value.buffer]) : file;
  }

  private async resumable(run: RunName, log: RunLog): Promise<RecordedRun['resumable']> {
    const opened = run === 'own' || run === 'shipped' ? null : this.engine.past.opened.get(run);
    if (opened) return opened.run.resumable;
    const kept = run === 'own' ? await this.engine.past.own.kept(log.architecture) : null;
    // A run that stopped early has returned to its best epoch.
    const ends = [log.epochs[log.epochs.length - 1].epoch, isOver(log) ? epochToKeep(log) : null];
    return kept?.optimizer && ends.includes(kept.network.epoch)
      ? { ...kept, optimizer: kept.optimizer }
      : null;
  }

  /**
   * Reads a run file. One of the current network is added to the other runs, of which none is changed; of another network's
   * the log and the last weights are returned.
   */
  async open(bytes: Uint8Array): Promise<Result<OpenedLog | OtherRun>> {
    const { model } = this.engine.network;
    if (!model) return fail(words.notSetUp());
    const read = readRunFile(bytes);
    if (!read.ok) return read;
    if (!isSameArchitecture(read.value.log.architecture, model.pipeline.architecture))
      return lastOf(read.value);
    const run: RunName = `file-${++this.count}`;
    const unusable = await unusableEpochs(read.value, run);
    this.engine.past.opened.set(run, new OpenedRun(read.value));
    const { log, resumable } = read.value;
    return ok({ run, log, resumable: resumable !== null && !isOver(log), unusable });
  }

  /** Closes an opened run. */
  close(run: RunName): void {
    if (run !== 'own' && run !== 'shipped') this.engine.past.opened.delete(run);
  }

  /** An opened run replaces the learner's own: it can be resumed exactly. */
  async takeOver(run: RunName): Promise<Result<NetworkState>> {
    const { past } = this.engine;
    const opened = run === 'own' || run === 'shipped' ? undefined : past.opened.get(run);
    if (!opened) return fail(OPEN_AGAIN);
    const { log, epochs, resumable } = opened.run;
    if (!resumable) return fail(words.isOver());
    const { weights, optimizer, network } = resumable;
    const loaded = await this.engine.load(log.architecture, { weights, network, log, optimizer });
    if (!loaded.ok) return loaded;
    await past.own.begin();
    for (const [epoch, recorded] of epochs) await past.own.put(epoch, log.settings.seed, recorded);
    await this.engine.save(async () => optimizer);
    return loaded;
  }
}

/** A run with its network's last weights. */
function lastOf(run: RecordedRun): Result<OtherRun> {
  const { log, resumable } = run;
  if (resumable) return ok({ log, weights: resumable.weights });
  const pipeline = buildPipeline(log.architecture);
  if (!pipeline.ok) return pipeline;
  const weights = weightsOf(run, log.epochs[log.epochs.length - 1].epoch, pipeline.value);
  return weights.ok ? ok({ log, weights: weights.value }) : weights;
}
