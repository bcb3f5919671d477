/** The worker in which a learner’s code runs: an interpreter, and nothing that could be lost. */
import variant from '@jitl/quickjs-wasmfile-release-sync';
import wasmFile from '@jitl/quickjs-wasmfile-release-sync/wasm';
import { expose } from 'comlink';
import { newVariant } from 'quickjs-emscripten-core';
import type { Architecture } from '@/lib/pipeline/architecture';
import { type Interpreter, newInterpreter } from './interpreter';
import { type Ran, runCode } from './run-code';

/** The interpreter's compiled code lies beside this script. */
const located = newVariant(variant, { wasmLocation: new URL(wasmFile, import.meta.url).href });

/** The first code takes longer than all that follow it, as its machinery is compiled: so it is none of the learner’s. */
async function warm(): Promise<Interpreter> {
  const fresh = await newInterpreter(located);
  runCode(fresh, 'tf.sequential().add(tf.layers.inputLayer({ inputShape: [1, 1, 1] }));', [1, 1, 1]);
  return fresh;
}

let interpreter = warm();

const api = {
  /** Settles when code can run. */
  async ready(): Promise<void> {
    await interpreter;
  },
  async run(code: string, input: Architecture['input']): Promise<Ran> {
    const own = await interpreter;
    const ran = runCode(own, code, input);
    if (own.isWorn()) interpreter = warm();
    return ran;
  },
};

export type SandboxApi = typeof api;

expose(api);
