/** The worker that runs a learner’s code: an interpreter, and nothing that could be lost. */
import variant from '@jitl/quickjs-wasmfile-release-sync';
import wasmFile from '@jitl/quickjs-wasmfile-release-sync/wasm';
import { expose } from 'comlink';
import type { Architecture } from '@/lib/network/architecture';
import { newInterpreter } from './interpreter';
import type { Ran } from './run-code';
import { Runner } from './runner';

/** The interpreter's compiled code lies beside this script. */
const location = new URL(wasmFile, import.meta.url).href;
const runner = new Runner(() => newInterpreter(variant, location));

const api = {
  /** Resolves when code can run. */
  ready: (): Promise<void> => runner.ready(),
  run: (code: string, input: Architecture['input']): Promise<Ran> => runner.run(code, input),
};

export type SandboxApi = typeof api;

expose(api);
