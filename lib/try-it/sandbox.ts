import { type Remote, wrap } from 'comlink';
import type { Architecture } from '@/lib/network/architecture';
import { workerScript } from '@/lib/site/worker-script';
import type { Ran } from './run-code';
import * as words from './words';
import type { SandboxApi } from './worker';

/**
 * How long the page waits for the code, in milliseconds. The interpreter itself stops sooner; if something
 * prevents that (one endless call inside it), the worker is terminated.
 */
const WAIT_MS = 1200;
/** How long the worker may take to start. */
const START_MS = 20_000;

const LATE = Symbol('late');
const ENDED = Symbol('ended');

const after = (milliseconds: number) =>
  new Promise<typeof LATE>((resolve) => setTimeout(() => resolve(LATE), milliseconds));

interface Life {
  readonly worker: Worker;
  readonly api: Remote<SandboxApi>;
  /** Settles when the worker fails, can't be loaded, or is terminated. */
  readonly ended: Promise<typeof ENDED>;
  end(): void;
}

function begin(): Life {
  const worker = new Worker(workerScript('try-it'), { type: 'module', name: 'try it' });
  let end = () => {};
  const ended = new Promise<typeof ENDED>((resolve) => {
    end = () => {
      worker.terminate();
      resolve(ENDED);
    };
  });
  worker.addEventListener('error', end, { once: true });
  return { worker, api: wrap<SandboxApi>(worker), ended, end };
}

/** Runs code in a separate worker, which is terminated and restarted when the code won't stop. */
export class Sandbox {
  private life: Life | null = null;

  /**
   * Runs code. One run at a time: the next is requested when this one is answered. `late` marks a run without
   * an answer, which may also be because the machine was too busy.
   */
  async run(code: string, input: Architecture['input']): Promise<Ran & { readonly late?: boolean }> {
    this.life ??= begin();
    const { api, ended } = this.life;
    const ready = api.ready().catch(() => ENDED);
    const started = await Promise.race([ready, ended, after(START_MS)]);
    if (started === LATE || started === ENDED) return this.fail(words.cannotStart);
    const answer = api.run(code, input).catch(() => ENDED);
    const ran = await Promise.race([answer, ended, after(WAIT_MS)]);
    if (ran === LATE) return { ...this.fail(words.ranOn(WAIT_MS)), late: true };
    return typeof ran === 'symbol' ? this.fail(words.failed) : ran;
  }

  private fail(sentence: string): Ran {
    this.dispose();
    return { printed: [], fault: { sentence, line: null } };
  }

  /** Terminates the worker. It is restarted when code is to run again. */
  dispose(): void {
    this.life?.end();
    this.life = null;
  }
}
