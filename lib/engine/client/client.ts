import type { BackendName } from '@/lib/network/backends';
import type { CopyHandle, EpochHandle, NetworkHandle, OwnHandle, RunName } from '@/lib/network/handle';
import type { NetworkState, OpenedLog, OtherRun, RunLog } from '@/lib/network/run';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { remember } from '@/lib/tensor/remembered';
import words from '@/words/workers';
import type { EngineCalls, TraceScope, TrainingOrder, WeightScope } from '../api';
import { answers, type ExaminerQuestion, type Findings, type QuestionName } from '../examine-protocol';
import type { EngineEvent, Setup } from '../protocol';
import { Setups } from './setups';
import { Workers } from './workers';

/** The page's interface to the engine: whatever happens to the worker behind it, every call returns. */
export interface EngineClient extends Omit<EngineCalls, 'examine'> {
  /** Calls back with every event from now on. Returns a function that stops it. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** A handle for a new copy. */
  newCopy(): CopyHandle;
  /** The worker's finding, under the name of the question. */
  examine<Name extends QuestionName>(
    handle: NetworkHandle,
    question: ExaminerQuestion & { readonly name: Name },
  ): Promise<Result<Findings[Name]>>;
  /** Terminates the engine and frees everything that it holds. Pending and later calls fail. */
  dispose(): void;
}

interface EngineOptions {
  /** The prefix of the site's addresses. */
  readonly base: string;
  /** False for a second engine: nothing that it trains is stored, and earlier stored data is not touched. */
  readonly keeps?: boolean;
}

/** Starts an engine in a worker. */
export function createEngine({ base, keeps = true }: EngineOptions): EngineClient {
  return new Client(base, keeps);
}

class Client implements EngineClient {
  private readonly listeners = new Set<(event: EngineEvent) => void>();
  private readonly setups = new Setups();
  private readonly workers: Workers;
  /** The weights of the newest complete trace: the worker sends them only when they have changed. */
  private weightsOfTrace: WeightSet = {};
  private copies = 0;

  constructor(base: string, keeps: boolean) {
    this.workers = new Workers({ base, keeps }, this.setups, (event) => {
      for (const listener of this.listeners) listener(event);
    });
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  newCopy(): CopyHandle {
    this.copies += 1;
    return { copy: this.copies };
  }

  async open(setup: Setup): Promise<Result<NetworkState>> {
    const opened = await this.workers.ask((api) => api.open(setup));
    // A network that failed to set up is not set up again when the worker dies.
    if (opened.ok) this.workers.opened(setup);
    return opened;
  }

  openRun(file: Uint8Array): Promise<Result<OpenedLog | OtherRun>> {
    return this.workers.ask((api) => api.openRun(file));
  }

  async trace(handle: NetworkHandle, pixels: Pixels, scope: TraceScope = 'whole'): Promise<Result<Trace>> {
    const answer = await this.workers.ask((api) => api.trace(handle, pixels, scope));
    if (!answer.ok) return answer;
    // The worker's statistics of the values are stored, for drawing.
    for (const { values, counted } of answer.value.stages) if (counted) remember(values, counted);
    return ok({ ...answer.value, weights: this.weightsOf(handle, scope, answer.value) });
  }

  /** The weights of a trace: those that came with it, or those that the page has already. */
  private weightsOf(handle: NetworkHandle, scope: TraceScope, { weights }: Trace): WeightSet {
    if ('copy' in handle) return this.setups.weightsOf(handle);
    if (scope !== 'whole') return weights;
    if (Object.keys(weights).length > 0) this.weightsOfTrace = weights;
    return this.weightsOfTrace;
  }

  predict(handle: NetworkHandle, pixels: Pixels, count: number): Promise<Result<Float32Array>> {
    return this.workers.ask((api) => api.predict(handle, pixels, count));
  }

  weights(handle: NetworkHandle, scope: WeightScope = 'all'): Promise<Result<WeightSet>> {
    return this.workers.ask((api) => api.weights(handle, scope));
  }

  train(handle: OwnHandle | EpochHandle, order: TrainingOrder): Promise<Result<void>> {
    const trains = !['prepare', 'pause', 'stop'].includes(order.order);
    if (order.order === 'begin') this.setups.forgetRun();
    return this.workers[trains ? 'askToTrain' : 'ask'](async (api) => api.train(handle, order));
  }

  async examine<Name extends QuestionName>(
    handle: NetworkHandle,
    question: ExaminerQuestion & { readonly name: Name },
  ): Promise<Result<Findings[Name]>> {
    const answer = await this.workers.ask((api) => api.examine(handle, question));
    if (!answer.ok) return answer;
    const finding = answer.value;
    return answers(question.name, finding) ? ok(finding.found) : fail(words.failed());
  }

  shippedRun(): Promise<Result<RunLog>> {
    return this.workers.ask((api) => api.shippedRun());
  }

  writeRun(run: RunName): Promise<Result<Uint8Array<ArrayBuffer>>> {
    return this.workers.ask((api) => api.writeRun(run));
  }

  close(closed: CopyHandle | { readonly run: RunName }): Promise<Result<void>> {
    if ('copy' in closed) this.setups.forgetCopy(closed);
    return this.workers.ask((api) => api.close(closed));
  }

  chooseBackend(backend: BackendName): Promise<Result<void>> {
    return this.workers.ask((api) => api.chooseBackend(backend));
  }

  dispose(): void {
    this.workers.dispose();
    this.listeners.clear();
  }
}
