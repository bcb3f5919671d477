import {
  BACKEND_WORD,
  type BackendName,
  type BackendReport,
  type EngineReport,
} from '@/lib/network/backends';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import { LOCALE } from '@/words/locale';
import type { StartOptions } from '../api';
import type { EngineEvent } from '../protocol';
import { type Started, startBackend, startFirst } from './backends';
import type { Measured } from './measure';

/**
 * The order of attempts at the start: WASM is the fastest to start and runs nearly everywhere, the CPU
 * always.
 */
const START_ORDER: readonly BackendName[] = ['wasm', 'cpu', 'webgl', 'webgpu'];
/** The order in which the page lists them. */
const LISTED: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];
/** A change costs a moment and the learner's trust in the numbers shown: it must be worth it. */
const CLEARLY_FASTER = 0.7;

/** The state of the backend. From 'lost' it changes to 'up', with a different backend, or to 'none'. */
type Standing =
  | { readonly phase: 'starting' | 'none' }
  | { readonly phase: 'up' | 'lost'; readonly name: BackendName; readonly threads: number };

/** Changes the backend by `start` and moves the network to it. */
type Move = (start: () => Promise<Result<Started>>) => Promise<Result<Started>>;

/** The message to the learner when the first choice does not start. */
const instead = (tried: readonly string[], name: BackendName): string =>
  words.instead({
    tried: new Intl.ListFormat(LOCALE).format(tried),
    count: tried.length,
    name: BACKEND_WORD[name],
  });

/** Which backend computes, how each one performed, and the changes from one to the next. */
export class BackendChoice {
  private standing: Standing = { phase: 'starting' };
  private chosen: EngineReport['chosen'] = 'measured';
  private readonly reports = new Map<BackendName, BackendReport>(
    LISTED.map((backend) => [backend, { backend, milliseconds: null }]),
  );
  /** Resolves when no change is under way: until then nothing may compute. */
  private gate: Promise<unknown> = Promise.resolve();
  private unwatch = () => {};
  private count = 0;
  private avoided: readonly BackendName[] = [];

  constructor(
    private readonly notify: (event: EngineEvent) => void,
    private readonly move: Move,
  ) {}

  /** The backend that computes; null where none does. */
  get current(): BackendName | null {
    return this.standing.phase === 'up' ? this.standing.name : null;
  }

  /** Whether the last one was lost, and no other one has taken over yet. */
  get isLost(): boolean {
    return this.standing.phase === 'lost';
  }

  /** How often a backend was lost: later computations belong to a different state of the network. */
  get losses(): number {
    return this.count;
  }

  get byHand(): boolean {
    return this.chosen === 'by hand';
  }

  /** Resolves when no backend is being started or changed. */
  async clear(): Promise<void> {
    for (;;) {
      const { gate } = this;
      await gate;
      if (gate === this.gate) return;
    }
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.gate.then(work);
    this.gate = done.catch(() => undefined);
    return done;
  }

  /** Whether a backend has failed on this page before, and is only used on request. */
  avoids(name: BackendName): boolean {
    return this.avoided.includes(name);
  }

  /**
   * Starts the first backend that works. Notifies the page when none does, or when it is not the first
   * choice.
   */
  start({ threads, avoid }: StartOptions): Promise<boolean> {
    this.avoided = avoid;
    for (const name of avoid) this.failed(name, words.avoided());
    return this.alone(async () => {
      const tried: string[] = [];
      for (const name of START_ORDER) {
        if (this.avoids(name)) continue;
        const started = await startFirst(name, threads);
        if (started.ok) {
          this.took(name, started.value);
          if (tried.length > 0) this.notify({ type: 'message', problem: { sentence: instead(tried, name) } });
          return true;
        }
        this.failed(name, started.problem.detail ?? '');
        tried.push(BACKEND_WORD[name]);
      }
      this.giveUp(words.nothingStarts());
      return false;
    });
  }

  private giveUp(sentence: string, detail?: string): void {
    this.standing = { phase: 'none' };
    this.notify({ type: 'failed', problem: { sentence, detail } });
  }

  private took(name: BackendName, { threads, problem, watch }: Started): void {
    this.standing = { phase: 'up', name, threads };
    this.note({
      ...this.reports.get(name),
      backend: name,
      milliseconds: this.reports.get(name)?.milliseconds ?? null,
      threads,
      problem,
    });
    this.unwatch();
    this.unwatch = watch?.loss.on((reason) => this.lose(reason)) ?? (() => {});
  }

  /** Records a backend's measurement, and notifies the page. */
  measured(name: BackendName, { single, batch, multiplyAdds }: Measured): void {
    this.note({
      ...this.reports.get(name),
      backend: name,
      milliseconds: single,
      batchMilliseconds: batch,
      multiplyAdds,
    });
  }

  /** Records why a backend does not compute, and notifies the page. */
  failed(name: BackendName, problem: string): void {
    this.note({ backend: name, milliseconds: null, problem });
  }

  private note(report: BackendReport): void {
    this.reports.set(report.backend, report);
    if (this.standing.phase !== 'up') return;
    const { name: backend, threads } = this.standing;
    const probes = LISTED.flatMap((name) => this.reports.get(name) ?? []);
    this.notify({ type: 'report', report: { backend, threads, chosen: this.chosen, probes } });
  }

  /** The backend that was measured to be clearly faster on batches than the current one, if any. */
  faster(): BackendName | null {
    const time = (name: BackendName) => this.reports.get(name)?.batchMilliseconds ?? Number.POSITIVE_INFINITY;
    const { current } = this;
    if (!current) return null;
    const best = LISTED.reduce((fastest, name) => (time(name) < time(fastest) ? name : fastest), current);
    return time(best) < CLEARLY_FASTER * time(current) ? best : null;
  }

  /** Switches to a different backend, weights and all. If that fails the current one continues. */
  use(name: BackendName, chosen: EngineReport['chosen']): Promise<Result<void>> {
    return this.alone(async () => {
      if (this.standing.phase === 'none') return fail(words.nothingComputes());
      this.chosen = chosen;
      if (name === this.current) {
        this.note(this.reports.get(name) ?? { backend: name, milliseconds: null });
        return ok(undefined);
      }
      const moved = await this.move(() => startBackend(name));
      if (moved.ok) this.took(name, moved.value);
      else this.failed(name, moved.problem.detail ?? '');
      return moved.ok ? ok(undefined) : moved;
    });
  }

  /** The current backend is lost. Nothing computes until the next one that starts has taken over. */
  private lose(reason: string): void {
    if (this.standing.phase !== 'up') return;
    const { name: lost } = this.standing;
    this.standing = { ...this.standing, phase: 'lost' };
    this.count++;
    this.reports.set(lost, {
      backend: lost,
      milliseconds: null,
      problem: words.stoppedRunning({ reason }),
    });
    void this.alone(() => this.recover(lost, reason));
  }

  private async recover(lost: BackendName, reason: string): Promise<void> {
    for (const name of START_ORDER) {
      // One that was chosen manually may have taken over already.
      if (!this.isLost) return;
      if (name === lost) continue;
      const moved = await this.move(() => startBackend(name));
      if (!moved.ok) {
        this.failed(name, moved.problem.detail ?? '');
        continue;
      }
      this.took(name, moved.value);
      const sentence = words.takenOver({ lost: BACKEND_WORD[lost], name: BACKEND_WORD[name] });
      this.notify({ type: 'message', problem: { sentence, detail: reason } });
    }
    if (this.isLost) this.giveUp(words.nothingComputes(), reason);
  }
}
