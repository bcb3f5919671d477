/** Workers that behave as a test requires: never arrive, hang, die, or answer. Only the timers are fake. */
import { expose } from 'comlink';
import { vi } from 'vitest';
import type { Snapshot, StartOptions } from '@/lib/engine/api';
import type { ExaminerQuestion } from '@/lib/engine/examine-protocol';
import type { EngineEvent } from '@/lib/engine/protocol';
import { ok } from '@/lib/result';

/** What a worker does. `asked` is any request to it, apart from its start and heartbeats. */
export type Manner =
  | 'answers'
  /** Its script never arrives, and nothing reports that. */
  | 'neverArrives'
  /** Its script cannot be loaded. */
  | 'fails'
  /** Computes for two minutes without answering heartbeats, on any request. */
  | 'computes'
  /** Waits for ever on any request. */
  | 'hangs'
  /** Dies on any request. */
  | 'dies'
  /** Throws on any request. */
  | 'throws';

const COMPUTES_MS = 120_000;

/** The behaviour of each worker that is started, in order; the last one also holds for all later workers. */
let manners: readonly Manner[] = [];
export const fakes: FakeWorker[] = [];

/** The browser's locks: a worker that dies releases those it holds. */
const held = new Map<string, { readonly waiting: (() => void)[] }>();
const locks = {
  request(name: string, work: () => unknown): Promise<unknown> {
    const lock = held.get(name);
    if (!lock) {
      held.set(name, { waiting: [] });
      return Promise.resolve(work());
    }
    return new Promise((resolve) => lock.waiting.push(() => resolve(work())));
  },
};

export class FakeWorker extends EventTarget {
  readonly manner: Manner;
  private readonly channel = new MessageChannel();
  private lifeline = '';
  private blocked = false;
  private readonly unsent: (() => void)[] = [];
  /** Notifies the page of an event, as the engine does. */
  notify: (event: EngineEvent) => void = () => {};
  keep: (snapshot: Snapshot) => void = () => {};
  alive = true;

  constructor() {
    super();
    this.manner = manners[Math.min(fakes.length, manners.length - 1)] ?? 'answers';
    fakes.push(this);
    const { port1: inside, port2: outside } = this.channel;
    outside.addEventListener('message', ({ data }) =>
      this.dispatchEvent(Object.assign(new Event('message'), { data })),
    );
    outside.start();
    if (this.manner === 'neverArrives') return;
    if (this.manner === 'fails') {
      setTimeout(() => this.dispatchEvent(new Event('error')));
      return;
    }
    expose(this.api(), inside);
  }

  private api(): unknown {
    const start = async (
      options: StartOptions,
      notify: (event: EngineEvent) => void,
      keep: (snapshot: Snapshot) => void,
    ) => {
      this.lifeline = options.lifeline;
      this.notify = notify;
      this.keep = keep;
      void locks.request(options.lifeline, () => new Promise(() => {}));
    };
    const asked = async () => {
      if (this.manner === 'throws') throw new Error('a mistake');
      if (this.manner === 'dies') return this.die();
      if (this.manner === 'hangs') return this.block();
      if (this.manner === 'computes') await this.block(COMPUTES_MS);
      return ok({ stages: [], weights: {} });
    };
    const examine = async (_: unknown, { name }: ExaminerQuestion) => {
      await asked();
      return ok({ name, found: {} });
    };
    const known: Record<string, unknown> = { start, alive: true, examine };
    return new Proxy({}, { get: (_, name) => known[String(name)] ?? asked });
  }

  /** Like a blocked thread: it receives nothing that is sent to it. */
  private async block(milliseconds?: number): Promise<void> {
    this.blocked = true;
    if (milliseconds === undefined) return new Promise(() => {});
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    this.blocked = false;
    for (const send of this.unsent.splice(0)) send();
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    const send = () => this.alive && this.channel.port2.postMessage(message, transfer);
    if (this.blocked) this.unsent.push(send);
    else send();
  }

  /** Dies as a worker does that runs out of memory: without an event. Messages that it sent before still arrive. */
  async die(): Promise<never> {
    await turns();
    this.terminate();
    return new Promise(() => {});
  }

  terminate(): void {
    if (!this.alive) return;
    this.alive = false;
    this.channel.port1.close();
    this.channel.port2.close();
    const waiting = held.get(this.lifeline)?.waiting ?? [];
    held.delete(this.lifeline);
    for (const next of waiting) next();
  }
}

/** From now on workers are fake, and the test controls the timers. */
export function fakeWorkers(...how: readonly Manner[]): void {
  manners = how;
  fakes.length = 0;
  held.clear();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('navigator', { locks, hardwareConcurrency: 2 });
  fakeTimers();
}

/** Time passes only where a test lets it. A wait of zero, which only yields, gets a real turn. */
export function fakeTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const { setTimeout: later } = globalThis;
  const sooner = (work: () => void, milliseconds = 0) =>
    milliseconds > 0 ? later(work, milliseconds) : setImmediate(work);
  globalThis.setTimeout = Object.assign(sooner, later);
}

export function realWorkers(): void {
  for (const fake of fakes) fake.terminate();
  vi.useRealTimers();
  vi.unstubAllGlobals();
}

/** Messages between page and worker are real: they take a turn or two of the real event loop. */
export async function turns(count = 3): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** How long to wait in real time for what needs no more fake time: computing, and the event loop. */
const REAL_MS = 20_000;

/**
 * Lets time pass, in steps of a second, until the work settles. Returns what it settled with; 'never' where it needs more
 * time than the limit.
 */
export async function withinBound<T>(
  seconds: number,
  work: Promise<T>,
): Promise<{ readonly answer: T } | { readonly rejected: unknown } | 'never'> {
  let end: { readonly answer: T } | { readonly rejected: unknown } | null = null;
  work.then(
    (answer) => {
      end = { answer };
    },
    (rejected) => {
      end = { rejected };
    },
  );
  await turns(8);
  for (let second = 0; second < seconds && !end; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    await turns();
  }
  for (const start = performance.now(); !end && performance.now() - start < REAL_MS; ) await turns();
  return end ?? 'never';
}
