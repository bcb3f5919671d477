/** What the machine's threads multiply and add at most in WebAssembly, for `npm run bench:peak`. */
import { expose } from 'comlink';
import { max } from 'd3-array';

/** A thread: compiles the module it is sent, then runs as many rounds as it is asked for. */
const THREAD = `let burn;
onmessage = ({ data: { code, rounds } }) => {
  if (code) burn = new WebAssembly.Instance(new WebAssembly.Module(code)).exports.burn;
  else burn(rounds);
  postMessage(null);
};`;
const TIMES = 8;
/** Long enough that starting and stopping the threads takes no measurable share. */
const ROUNDS = 2_000_000;

const answer = (thread: Worker, message: object) =>
  new Promise<void>((resolve, reject) => {
    thread.onmessage = () => resolve();
    thread.onerror = ({ message: problem }) => reject(new Error(problem));
    thread.postMessage(message);
  });

/** GFLOP/s of some threads together, the best of several times; null where the browser refuses the module. */
async function peak(base64: string, threads: number, flops: number): Promise<number | null> {
  const code = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  if (!WebAssembly.validate(code)) return null;
  const address = URL.createObjectURL(new Blob([THREAD], { type: 'text/javascript' }));
  const all = Array.from({ length: threads }, () => new Worker(address));
  const together = (message: object) => Promise.all(all.map((thread) => answer(thread, message)));
  await together({ code });
  await together({ rounds: ROUNDS / 10 });
  const rates: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now();
    await together({ rounds: ROUNDS });
    rates.push((ROUNDS * flops * threads) / (performance.now() - start) / 1e6);
  }
  for (const thread of all) thread.terminate();
  URL.revokeObjectURL(address);
  return max(rates) ?? null;
}

expose({ peak });
