import type { Architecture } from '@/lib/network/architecture';
import type { Interpreter } from './interpreter';
import { type Ran, runCode, STACK } from './run-code';
import * as words from './words';

/**
 * The call stack of the code, in bytes of the interpreter's stack, in a first and a second run. How much of
 * the browser's own stack a call takes differs from call to call and from browser to browser, and that stack
 * may be exhausted first.
 */
const STACKS = [STACK, STACK / 4];

/**
 * Runs code, one run after another, in an interpreter that is replaced as soon as a run has broken it or worn
 * it out.
 */
export class Runner {
  private interpreter: Promise<Interpreter>;

  constructor(private readonly create: () => Promise<Interpreter>) {
    this.interpreter = this.fresh();
  }

  /** Resolves when code can run. */
  async ready(): Promise<void> {
    await this.interpreter;
  }

  async run(code: string, input: Architecture['input']): Promise<Ran> {
    for (const stack of STACKS) {
      const interpreter = await this.interpreter;
      try {
        const ran = runCode(interpreter, code, input, { stack });
        if (interpreter.isWorn()) this.interpreter = this.fresh();
        return ran;
      } catch (error) {
        this.interpreter = this.fresh();
        if (!(error instanceof RangeError)) return failed(words.failed);
      }
    }
    return failed(words.tooDeep);
  }

  /**
   * The first code takes longer than all later code, because the machinery is compiled: so it is not the
   * learner's.
   */
  private async fresh(): Promise<Interpreter> {
    const interpreter = await this.create();
    runCode(interpreter, 'tf.sequential().add(tf.layers.inputLayer({ inputShape: [1, 1, 1] }));', [1, 1, 1]);
    return interpreter;
  }
}

const failed = (sentence: string): Ran => ({ printed: [], fault: { sentence, line: null } });
