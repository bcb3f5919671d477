/** The page of the lab: starts the worker that the address names, and passes questions on to it. */
import { type Remote, wrap } from 'comlink';

type Exposed = Record<string, (...args: readonly unknown[]) => unknown>;

declare global {
  interface Window {
    lab(name: string, args: readonly unknown[]): Promise<unknown>;
  }
}

const worker: Remote<Exposed> = wrap<Exposed>(new Worker(`/${location.search.slice(1)}`, { type: 'module' }));
window.lab = async (name, args) => worker[name](...args);
