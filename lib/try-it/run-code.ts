import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core';
import type { Architecture } from '@/lib/network/architecture';
import { type CodeFault, Draft, type PlacedLayer } from './draft';
import { install, type Running } from './facade';
import type { Interpreter } from './interpreter';
import { prepareCode } from './prepare-code';
import { FILE, readThrown } from './thrown';
import * as words from './words';

/** The longest code that is run or shared, in characters. */
export const LONGEST_CODE = 10_000;
/** How long the code may run, in milliseconds. */
export const RUN_MS = 400;
/** Additional time, in milliseconds: a loop detects its own overrun, and then its line is known. */
const GRACE_MS = 100;
/** The code's call stack, in bytes of the interpreter's stack: about 370 calls. */
export const STACK = 64 * 1024;
/** The most continuations of promises that are run. */
const MOST_JOBS = 1000;

/**
 * The result of the code: the layers of the network that it created, or what is wrong with it. And its
 * output.
 */
export type Ran = { readonly printed: readonly string[] } & (
  | { readonly layers: readonly PlacedLayer[] }
  | { readonly fault: CodeFault }
);

/** The limits of the code. */
export interface Bounds {
  /** How long it may run, in milliseconds. */
  readonly limit?: number;
  /** The size of the call stack, in bytes of the interpreter's stack. */
  readonly stack?: number;
}

/**
 * Runs code in a separate interpreter with tf, console and JavaScript itself: no page, no network, no files.
 * It is stopped when it exceeds its limits, or uses too much memory.
 *
 * If this throws (a RangeError where the browser's own stack was exhausted before the interpreter's), the
 * interpreter was interrupted midway: it can't be used again.
 */
export function runCode(
  interpreter: Interpreter,
  code: string,
  input: Architecture['input'],
  { limit = RUN_MS, stack = STACK }: Bounds = {},
): Ran {
  if (code.length > LONGEST_CODE)
    return { printed: [], fault: { sentence: words.tooLong(LONGEST_CODE), line: null } };
  const prepared = prepareCode(code);
  if (prepared.importLine !== null)
    return { printed: [], fault: { sentence: words.imports, line: prepared.importLine } };
  const runtime = interpreter.quickjs.newRuntime({ maxStackSizeBytes: stack });
  const context = runtime.newContext();
  let end = Number.POSITIVE_INFINITY;
  let interrupted = false;
  runtime.setInterruptHandler(() => {
    interrupted ||= performance.now() > end + GRACE_MS;
    return interrupted;
  });
  const running: Running = {
    draft: new Draft(),
    printed: [],
    excess() {
      if (interpreter.isFull()) return words.tooMuchMemory;
      return performance.now() > end ? words.ranOn(limit) : null;
    },
    stopped: null,
    rejected: null,
  };
  const describe = install(context, running);
  // From here on the time is the code's own.
  end = performance.now() + limit;
  const thrown = evaluate(context, prepared.code, describe);
  // Without memory or time left, no error can be thrown that reports it.
  const excess = interpreter.isFull() ? words.tooMuchMemory : interrupted ? words.ranOn(limit) : null;
  const fault = running.stopped ?? (thrown && { ...thrown, sentence: excess ?? thrown.sentence });
  const became = outcome(running.draft, withinLines(fault ?? running.rejected, code), input);
  describe.dispose();
  context.dispose();
  runtime.dispose();
  return { printed: running.printed, ...became };
}

/** A stack is only as reliable as the code left it: a line that the code does not have is dropped. */
function withinLines(fault: CodeFault | null, code: string): CodeFault | null {
  if (fault === null || fault.line === null || fault.line <= code.split('\n').length) return fault;
  return { ...fault, line: null };
}

/** Code that was stopped did not finish, whatever it made of that. */
function outcome(draft: Draft, fault: CodeFault | null, input: Architecture['input']) {
  if (fault) return { fault };
  const finished = draft.finish(input);
  return 'sentence' in finished ? { fault: finished } : { layers: finished };
}

/** Runs the code and its pending promises. Returns what it threw; null where it threw nothing. */
function evaluate(context: QuickJSContext, code: string, describe: QuickJSHandle): CodeFault | null {
  const done = context.evalCode(code, FILE);
  if (done.error) return faultOf(context, done.error, describe);
  done.value.dispose();
  const { runtime } = context;
  const jobs = runtime.executePendingJobs(MOST_JOBS);
  if (jobs.error) return faultOf(context, jobs.error, describe);
  return runtime.hasPendingJob() ? { sentence: words.ranOn(RUN_MS), line: null } : null;
}

/** The thrown value, as a sentence at its line. */
function faultOf(context: QuickJSContext, thrown: QuickJSHandle, describe: QuickJSHandle): CodeFault {
  const described = thrown.consume((value) => context.callFunction(describe, context.undefined, value));
  if (!described.error) return readThrown(described.value.consume((text) => context.getString(text)));
  described.error.dispose();
  return { sentence: words.threw(words.AN_OBJECT), line: null };
}
