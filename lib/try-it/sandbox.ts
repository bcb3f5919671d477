import { type Remote, wrap } from 'comlink';
import type { Architecture } from '@/lib/network/architecture';
import { workerScript } from '@/lib/site/worker-script';
import type { Ran } from './run-code';
import * as words from './words';
import type { SandboxApi } from './worker';

/**
 * How long the page waits for the code, in milliseconds. The interpreter stops sooner by itself; what keeps it from that
 * (one endless call inside of it) ends with the worker.
 */
const WAIT_MS = 1200;
/** How long the worker may take to come up. */
const START_MS = 20_000;

const LATE = Symbol('late');
const ENDED = Symbol('ended');

const after = (milliseconds: number) =>
  new Promise<typeof LATE>((resolve) => setTimeout(() => resolve(LATE), milliseconds));

interface Life {
  readonly worker: Worker;
  readonly api: Remote<SandboxApi>;
  /** Settles when the worker breaks down, can't be had, or is ended. */
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

/** Runs code in a worker of its own, which is ended and begun anew when the code won’t let go of it. */
export class Sandbox {
  private life: Life | null = null;

  /**
   * What becomes of the code. One code at a time: the next one is asked when this is answered. `late` is what got no
   * answer, which may also be because the machine had no time for it.
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
    return typeof ran === 'symbol' ? this.fail(words.brokeOff) : ran;
  }

  private fail(sentence: string): Ran {
    this.dispose();
    return { printed: [], fault: { sentence, line: null } };
  }

  /** Ends the worker. It is begun anew when code is to run again. */
  dispose(): void {
    this.life?.end();
    this.life = null;
  }
}
