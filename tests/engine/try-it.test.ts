/** A worker has half the stack of a page or of Node, so different code breaks the interpreter: the whole list again. */
import { afterAll, describe, expect, it } from 'vitest';
import { REFERENCE, referencePipeline } from '@/lib/course/reference';
import { Sandbox } from '@/lib/try-it/sandbox';
import { scriptOf } from '@/lib/try-it/script';
import { ENDLESS_CALLS, TOO_DEEP } from '../unit/support/endless';

const sandbox = new Sandbox();
afterAll(() => sandbox.dispose());
const run = (code: string) => sandbox.run(code, REFERENCE.input);

describe('in a worker of the browser', () => {
  it.each([
    ...ENDLESS_CALLS.map(([name, code]) => [name, code, /^2: A function calls itself again/] as const),
    ...TOO_DEEP.map(([name, code]) => [name, code, /^2: Something here is nested too deeply/] as const),
  ])('%s is reported with its line, and the next code runs', async (_name, code, sentence) => {
    const ran = await run(code);
    expect('fault' in ran && `${ran.fault.line}: ${ran.fault.sentence}`).toMatch(sentence);
    expect(await run(scriptOf(referencePipeline))).toHaveProperty('layers.length', 9);
  });
});
