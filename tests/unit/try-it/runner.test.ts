import variant from '@jitl/quickjs-wasmfile-release-sync';
import { describe, expect, it } from 'vitest';
import { REFERENCE, referencePipeline } from '@/lib/course/reference';
import { newInterpreter } from '@/lib/try-it/interpreter';
import { Runner } from '@/lib/try-it/runner';
import { scriptOf } from '@/lib/try-it/script';
import { ENDLESS_CALLS, TOO_DEEP } from '../support/endless';

const runner = new Runner(() => newInterpreter(variant));
const run = (code: string) => runner.run(code, REFERENCE.input);

/** What is wrong with the code, as the page words it; and the next code runs all the same. */
async function faultOf(code: string): Promise<string> {
  const ran = await run(code);
  expect(await run(scriptOf(referencePipeline))).toHaveProperty('layers.length', 9);
  return 'fault' in ran ? `${ran.fault.line}: ${ran.fault.sentence}` : 'it ran';
}

describe('code that calls itself without end is reported with its line', () => {
  it.each(ENDLESS_CALLS)('%s', async (_name, code) => {
    expect(await faultOf(code)).toMatch(/^2: A function calls itself again and again/);
  });

  it.each([
    ['catch', 'function f() {\n  try { f(); } catch { f(); }\n}\nf();'],
    ['finally', 'function f() {\n  try { f(); } finally { f(); }\n}\nf();'],
  ])('and code re-entered by %s is stopped', async (_name, code) => {
    expect(await faultOf(code)).toMatch(/^2: The code did not come to an end/);
  });

  it('and code that catches its end continues', async () => {
    const deeper = 'function f() { f(); }\ntry { f(); } catch (error) { console.log(error.message); }';
    const ran = await run(`${deeper}\n${scriptOf(referencePipeline)}`);
    expect(ran).toMatchObject({ printed: ['stack overflow'], layers: { length: 9 } });
  });
});

describe('code that is nested too deeply is reported with its line', () => {
  it.each(TOO_DEEP)('%s', async (_name, code) => {
    expect(await faultOf(code)).toMatch(/^2: Something here is nested too deeply/);
  });
});

describe('whatever is thrown is reported, with its line', () => {
  it.each([
    ['new Error()', /threw “Error”, without a message/],
    ['new Error("  ")', /threw “Error”, without a message/],
    ['new TypeError()', /threw “TypeError”, without a message/],
    ['new (class Mine extends Error {})()', /threw “Mine”, without a message/],
    ['new (class Mine extends Error {})("why")', /threw: Mine: why$/],
    ['new AggregateError([1, 2])', /threw “AggregateError”, without a message/],
    ['null', /threw: null$/],
    ['undefined', /threw: undefined$/],
    ['"word"', /threw: "word"$/],
    ['""', /threw: ""$/],
    ['NaN', /threw: NaN$/],
    ['12n', /threw: 12n$/],
    ['false', /threw: false$/],
    ['Symbol("s")', /threw: Symbol\(s\)$/],
    ['() => 1', /threw: a function$/],
    ['{ a: 1 }', /threw: {"a":1}$/],
    ['{ message: "m", stack: "model.js:7" }', /threw: {"message":"m"/],
    ['[[1], 2]', /threw: \[\[1\],2\]$/],
    ['Promise.resolve(1)', /threw: {}$/],
    ['"x".repeat(4e6)', /threw: "x{199}$/],
    ['new Error("x".repeat(4e6))', /^2: x{400}$/],
    ['new RangeError("x".repeat(4e6))', /threw: RangeError: x{188}$/],
    ['{ get a() { throw 1; } }', /threw: \[object Object\]$/],
    ['{ toString() { throw 1; }, toJSON() { throw 2; } }', /threw: \[object Object\]$/],
    ['{ get [Symbol.toStringTag]() { throw 1; }, toJSON() { throw 2; } }', /threw: an object that can’t/],
    ['Object.create(null)', /threw: {}$/],
    ['new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } })', /threw: an object that can’t/],
    [
      '(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()',
      /an object that/,
    ],
    ['Object.defineProperty(new Error(), "message", { get() { throw 1; } })', /“Error”, without a message/],
    ['Object.defineProperty(new Error("m"), "name", { get() { throw 1; } })', /^2: m$/],
    ['Object.defineProperty(new Error("m"), "stack", { get() { throw 1; } })', /^2: m$/],
    ['Object.defineProperty(new Error("m"), "stack", { value: "model.js:99" })', /^null: m$/],
    ['Object.defineProperty(new Error(), "message", { value: { toString: null } })', /without a message/],
    ['Object.assign(new Error("m"), { name: 7, constructor: null })', /threw: 7: m$/],
    ['(() => { const o = {}; o.o = o; return o; })()', /threw: \[object Object\]$/],
    ['{ toJSON() { return this.toJSON(); } }', /threw: \[object Object\]$/],
  ])('%s', async (thrown, expected) => {
    const fault = await faultOf(`\nthrow ${thrown};\n`);
    expect(fault).toMatch(expected);
    if (!expected.source.startsWith('^')) expect(fault).toMatch(/^2: /);
  });

  it.each([
    ['in an async function', '(async () => {\n  throw 7; })();', '2: The code threw: 7'],
    [
      'after it waited',
      '(async () => { await 1;\n  throw new Error(); })();',
      '2: The code threw “Error”, without a message.',
    ],
    ['by a promise', '\nPromise.reject({ a: 1 });', '2: The code threw: {"a":1}'],
    [
      'in a callback of a promise',
      '\nPromise.resolve().then(() => { throw null; });',
      '2: The code threw: null',
    ],
    ['from a loop', 'for (const n of [1, 2])\n  if (n > 1) throw n;', '2: The code threw: 2'],
    [
      'and caught, and thrown again',
      'try {\n  throw 5;\n} catch (error) {\n  throw error; }',
      '4: The code threw: 5',
    ],
    [
      'while the thrown value is read',
      '\nthrow { get a() { for (;;); } };',
      '2: The code did not come to an end within 400 ms, so it was stopped. Does every loop end?',
    ],
  ])('%s', async (_name, code, expected) => {
    expect(await faultOf(code)).toBe(expected);
  });

  it('but not where the code handles it', async () => {
    const handled = `(async () => { throw 1; })().catch(() => {});
      (async () => { try { await Promise.reject(2); } catch { console.log('caught'); } })();`;
    const ran = await run(`${handled}\n${scriptOf(referencePipeline)}`);
    expect(ran).toMatchObject({ printed: ['caught'], layers: { length: 9 } });
  });
});

describe('a broken interpreter is replaced', () => {
  it('also where the line that broke it is unknown', async () => {
    // A chain of iterators, which the interpreter follows without checking its stack.
    const chain = 'let i = [1].values();\nfor (let n = 0; n < 3e4; n++) i = i.map((x) => x);\n[...i];';
    expect(await faultOf(chain)).toMatch(/nested too deeply|more memory|come to an end/);
  });
});
