/** The worker in which a learner’s code runs: an interpreter, and nothing that could be lost. */
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { expose } from 'comlink';
import type { Architecture } from '@/lib/pipeline/architecture';
import { newInterpreter } from './interpreter';
import { type Ran, runCode } from './run-code';

let interpreter = newInterpreter(variant);

const api = {
  /** Settles when code can run. */
  async ready(): Promise<void> {
    await interpreter;
  },
  async run(code: string, input: Architecture['input']): Promise<Ran> {
    const own = await interpreter;
    const ran = runCode(own, code, input);
    if (own.isWorn()) interpreter = newInterpreter(variant);
    return ran;
  },
};

export type SandboxApi = typeof api;

expose(api);
