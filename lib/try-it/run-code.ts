import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';
import * as v from 'valibot';
import type { Architecture } from '@/lib/pipeline/architecture';
import { Draft, type Fault, type PlacedLayer } from './draft';
import { FILE, install, lineIn, type Running } from './facade';
import type { Interpreter } from './interpreter';
import { prepareCode } from './loops';
import * as words from './words';

/** The longest code that is run or shared, in characters. */
export const LONGEST_CODE = 10_000;
/** How long the code may run, in milliseconds. */
export const RUN_MS = 400;
/** What it gets beyond its time, in milliseconds: a loop notices itself that it is late, and then it is known which one. */
const GRACE_MS = 100;
/** How deep it may call, in bytes. */
const STACK = 256 * 1024;
/** How many continuations of promises are run. */
const MOST_JOBS = 1000;
/** A stack of a function that called itself without end is long, and says the same in every line. */
const STACK_READ = 2000;

/** What became of the code: the layers of the network that it made, or what is wrong with it. And what it printed. */
export type Ran = { readonly printed: readonly string[] } & (
  | { readonly layers: readonly PlacedLayer[] }
  | { readonly fault: Fault }
);

/**
 * Runs code in an interpreter of its own, in which there is tf, console and JavaScript itself: no page, no network, no
 * file. It is stopped when it takes longer than `limit`, in milliseconds, or too much memory.
 */
export function runCode(
  interpreter: Interpreter,
  code: string,
  input: Architecture['input'],
  limit = RUN_MS,
): Ran {
  if (code.length > LONGEST_CODE)
    return { printed: [], fault: { sentence: words.tooLong(LONGEST_CODE), line: null } };
  const prepared = prepareCode(code);
  if (prepared.importLine !== null)
    return { printed: [], fault: { sentence: words.imports, line: prepared.importLine } };
  const runtime = interpreter.quickjs.newRuntime();
  runtime.setMaxStackSize(STACK);
  const context = runtime.newContext();
  let end = Number.POSITIVE_INFINITY;
  runtime.setInterruptHandler(() => performance.now() > end + GRACE_MS);
  const running: Running = {
    draft: new Draft(),
    printed: [],
    excess() {
      if (interpreter.isFull()) return words.tooMuchMemory;
      return performance.now() > end ? words.ranOn(limit) : null;
    },
    stopped: null,
  };
  try {
    install(context, running);
    // From here on it is the code that takes the time.
    end = performance.now() + limit;
    const thrown = evaluate(runtime, context, prepared.code);
    // Where no memory is left for an error, nothing can be thrown that tells of it.
    const fault = thrown && interpreter.isFull() ? { ...thrown, sentence: words.tooMuchMemory } : thrown;
    return { printed: running.printed, ...outcome(running, fault, input) };
  } finally {
    context.dispose();
    runtime.dispose();
  }
}

/** Code that was stopped has not come to an end by itself, whatever it made of that. */
function outcome({ draft, stopped }: Running, thrown: Fault | null, input: Architecture['input']) {
  const fault = stopped ?? thrown;
  if (fault) return { fault };
  const finished = draft.finish(input);
  return 'sentence' in finished ? { fault: finished } : { layers: finished };
}

function evaluate(runtime: QuickJSRuntime, context: QuickJSContext, code: string): Fault | null {
  const done = context.evalCode(code, FILE);
  if (done.error) return faultOf(context, done.error);
  done.value.dispose();
  const jobs = runtime.executePendingJobs(MOST_JOBS);
  if (jobs.error) return faultOf(jobs.error.context, jobs.error);
  return runtime.hasPendingJob() ? { sentence: words.ranOn(RUN_MS), line: null } : null;
}

const Thrown = v.object({
  name: v.fallback(v.string(), 'Error'),
  message: v.fallback(v.string(), ''),
  stack: v.fallback(
    v.pipe(
      v.string(),
      v.transform((stack) => stack.slice(0, STACK_READ)),
    ),
    '',
  ),
});

/** What was thrown, in a sentence at its line. */
function faultOf(context: QuickJSContext, handle: QuickJSHandle): Fault {
  const thrown: unknown = context.dump(handle);
  handle.dispose();
  if (!v.is(v.record(v.string(), v.unknown()), thrown))
    return { sentence: words.threw(JSON.stringify(thrown) ?? String(thrown)), line: null };
  const { name, message, stack } = v.parse(Thrown, thrown);
  return { sentence: sentenceOf(name, message.slice(0, 400)), line: lineIn(stack) };
}

function sentenceOf(name: string, message: string): string {
  switch (name) {
    case 'SyntaxError':
      return words.unreadable(message);
    case 'InternalError':
      if (message === 'interrupted') return words.ranOn(RUN_MS);
      if (message === 'stack overflow') return words.endlessCalls;
      return words.tooMuchMemory;
    case 'ReferenceError': {
      const missing = /^'(.+)' is not defined$/.exec(message);
      return missing ? words.notDefined(missing[1]) : words.threw(message);
    }
    case 'Error':
      return message;
    default:
      return words.threw(`${name}: ${message}`);
  }
}
