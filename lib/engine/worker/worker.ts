/** The engine's worker: it receives the page's calls over Comlink. */
import { expose } from 'comlink';
import words from '@/words/engine';
import type { StartOptions, WorkerApi } from '../api';
import { beginEarly } from '../backends/backends';
import { isEarly } from '../client/early';
import { holdLifeline } from '../client/lifeline';
import { registerKernels } from '../kernels/register';
import type { EngineEvent } from '../protocol';
import { commandsOf } from './commands';
import { Engine } from './engine';
import { fetchEarly } from './shipped';

/** The interface that the worker exposes: an engine, from its start on. */
function serve(): WorkerApi {
  let engine: Promise<Engine> | undefined;
  let notify: (event: EngineEvent) => void = () => {};

  /**
   * Notifies the page of uncaught errors: otherwise it would never know, or treat the whole worker as broken.
   */
  function notifyOfUncaught(event: Event, reason: unknown): void {
    event.preventDefault();
    notify({ type: 'message', problem: { sentence: words.unexpected(), detail: String(reason) } });
  }
  addEventListener('unhandledrejection', (event) => notifyOfUncaught(event, event.reason));
  addEventListener('error', (event) => notifyOfUncaught(event, event.error ?? event.message));

  /** The page starts the worker before any other call. */
  async function the(): Promise<Engine> {
    if (!engine) throw new Error('the engine was asked before it was started');
    return engine;
  }

  return {
    async start(options: StartOptions, onEvent, onSnapshot) {
      notify = onEvent;
      // Nothing is answered before the lock is held: whoever has an answer or an event can see this worker die.
      engine = holdLifeline(options.lifeline).then(() => new Engine(options, onEvent, onSnapshot));
      await engine;
    },
    alive: true,
    ...commandsOf(the),
  };
}

registerKernels();
expose(serve());
if (isEarly()) {
  beginEarly();
  const base = self.location.pathname.replace(/\/engine\/[^/]*$/, '');
  // Most visits begin with this one's weights; the build writes its address here.
  if (process.env.FIRST_WEIGHTS) fetchEarly(process.env.FIRST_WEIGHTS, base);
}
