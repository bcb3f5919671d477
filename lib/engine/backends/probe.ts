import { type Remote, wrap } from 'comlink';
import { BACKEND_WORD, type BackendName } from '@/lib/network/backends';
import { fail, ok, type Result } from '@/lib/result';
import { workerFile } from '@/lib/site/worker-script';
import words from '@/words/engine';
import type { Measured } from './measure';
import type { ProbeApi, ProbeTask } from './probe-worker';
import { within } from './within';

/** Software drivers take seconds to compile; a backend that takes longer than this is not a candidate. */
const PROBE_LIMIT_MS = 15_000;
/**
 * The largest difference between two backends' probabilities. Single precision in a different order differs
 * by about a millionth.
 */
const TOLERANCE = 1e-3;

const differs = (a: Float32Array, b: Float32Array) =>
  a.length !== b.length || a.some((value, at) => !(Math.abs(value - b[at]) <= TOLERANCE));

/**
 * Tries a backend in a separate worker, on the real network, and compares its numbers with the expected ones.
 */
export async function probe(
  backend: BackendName,
  task: ProbeTask,
  expected: Float32Array,
): Promise<Result<Measured>> {
  const word = BACKEND_WORD[backend];
  let worker: Worker | undefined;
  try {
    const address = new URL(workerFile('probe-worker'), import.meta.url);
    address.search = self.location.search;
    worker = new Worker(address, { type: 'module' });
    const answer = await within(
      PROBE_LIMIT_MS,
      Promise.race([ask(wrap<ProbeApi>(worker), backend, task), crash(worker)]),
    );
    if (answer === 'late') return fail(words.tooLong({ name: word }), `${PROBE_LIMIT_MS} ms`);
    if (!answer.ok) return answer;
    return differs(answer.value.probabilities, expected)
      ? fail(words.otherNumbers({ name: word }), String(answer.value.probabilities))
      : ok(answer.value);
  } catch (error) {
    return fail(words.notTried({ name: word }), String(error));
  } finally {
    worker?.terminate();
  }
}

const ask = (remote: Remote<ProbeApi>, backend: BackendName, task: ProbeTask) => remote.probe(backend, task);

const crash = (worker: Worker) =>
  new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker broke off')));
  });
