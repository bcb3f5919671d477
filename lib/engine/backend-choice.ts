import * as tf from '@tensorflow/tfjs-core';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import { LOCALE } from '@/words/locale';
import type { StartOptions } from './api';
import { BACKEND_WORD, type Started, startBackend, startFirst } from './backends';
import type { Measured } from './measure';
import type { BackendName, BackendReport, EngineEvent, EngineReport } from './protocol';

/** In the order in which they are tried at the start: WASM is up first and runs nearly everywhere, the CPU always. */
const START_ORDER: readonly BackendName[] = ['wasm', 'cpu', 'webgl', 'webgpu'];
/** The order in which the page lists them. */
const LISTED: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];
/** A change costs a moment and the learner's trust in the numbers shown: it must be worth it. */
const CLEARLY_FASTER = 0.7;

/** Brings the network along when the backend changes. */
type Move = (lost: boolean, start: () => Promise<Result<Started>>) => Promise<Result<Started>>;

/** What the learner is told when the first choice does not start. */
const instead = (tried: readonly string[], name: BackendName): string =>
  words.instead({
    tried: new Intl.ListFormat(LOCALE).format(tried),
    count: tried.length,
    name: BACKEND_WORD[name],
  });

/** Which backend computes, how each one did, and the way from one to the next. */
export class BackendChoice {
  private name: BackendName | null = null;
  private threads = 1;
  private chosen: EngineReport['chosen'] = 'measured';
  private readonly reports = new Map<BackendName, BackendReport>();

  constructor(
    private readonly tell: (event: EngineEvent) => void,
    private readonly move: Move,
  ) {}

  get current(): BackendName | null {
    return this.name;
  }

  get byHand(): boolean {
    return this.chosen === 'by hand';
  }

  /** What is known of a backend so far. */
  reportOf(name: BackendName): BackendReport | undefined {
    return this.reports.get(name);
  }

  /** The first backend that starts. Tells the page when none does, or when it is not the first choice. */
  async start({ threads, avoid }: StartOptions): Promise<boolean> {
    const tried: string[] = [];
    for (const name of START_ORDER) {
      if (avoid.includes(name)) continue;
      const started = await startFirst(name, threads);
      if (started.ok) {
        this.took(name, started.value);
        if (tried.length > 0) this.tell({ type: 'message', problem: { sentence: instead(tried, name) } });
        return true;
      }
      this.failed(name, started.problem.detail ?? '');
      tried.push(BACKEND_WORD[name]);
    }
    const problem = fail(words.nothingStarts());
    this.tell({ type: 'failed', problem: problem.problem });
    return false;
  }

  private took(name: BackendName, { threads, problem, lost }: Started): void {
    this.name = name;
    this.threads = threads;
    this.note({
      ...this.reports.get(name),
      backend: name,
      milliseconds: this.reports.get(name)?.milliseconds ?? null,
      threads,
      problem,
    });
    void lost?.then((reason) => this.recover(name, reason));
  }

  /** Notes how a backend was measured, and tells the page. */
  measured(name: BackendName, { single, batch }: Measured): void {
    this.note({ ...this.reports.get(name), backend: name, milliseconds: single, batchMilliseconds: batch });
  }

  /** Notes why a backend does not compute, and tells the page. */
  failed(name: BackendName, problem: string): void {
    this.note({ backend: name, milliseconds: null, problem });
  }

  private note(report: BackendReport): void {
    this.reports.set(report.backend, report);
    if (!this.name) return;
    const probes = LISTED.flatMap((name) => this.reports.get(name) ?? []);
    this.tell({
      type: 'report',
      report: { backend: this.name, threads: this.threads, chosen: this.chosen, probes },
    });
  }

  /** The backend that was measured to be clearly faster than the present one on batches, if there is one. */
  faster(): BackendName | null {
    const time = (name: BackendName) => this.reports.get(name)?.batchMilliseconds ?? Number.POSITIVE_INFINITY;
    if (!this.name) return null;
    const best = LISTED.reduce((fastest, name) => (time(name) < time(fastest) ? name : fastest), this.name);
    return time(best) < CLEARLY_FASTER * time(this.name) ? best : null;
  }

  /** Computes with another backend from now on, weights and all. When it fails the present one goes on. */
  async use(name: BackendName, chosen: EngineReport['chosen']): Promise<Result<void>> {
    const before = this.name;
    this.chosen = chosen;
    if (name !== before) {
      const moved = await this.move(false, () => startBackend(name));
      if (!moved.ok) {
        if (before) await tf.setBackend(before);
        this.failed(name, moved.problem.detail ?? '');
        return moved;
      }
      this.took(name, moved.value);
    } else this.note(this.reports.get(name) ?? { backend: name, milliseconds: null });
    return ok(undefined);
  }

  /** After a loss: the next backend that starts takes over, with the last weights known outside the lost one. */
  private async recover(lost: BackendName, reason: string): Promise<void> {
    if (this.name !== lost) return;
    this.reports.set(lost, {
      backend: lost,
      milliseconds: null,
      problem: words.stoppedRunning({ reason }),
    });
    for (const name of START_ORDER) {
      if (name === lost) continue;
      const moved = await this.move(true, () => startBackend(name));
      if (!moved.ok) continue;
      this.took(name, moved.value);
      const sentence = words.takenOver({ lost: BACKEND_WORD[lost], name: BACKEND_WORD[name] });
      this.tell({ type: 'message', problem: { sentence, detail: reason } });
      return;
    }
  }
}
