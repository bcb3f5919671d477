/** Turns a value thrown in the interpreter into a sentence at its line. */
import * as v from 'valibot';
import type { CodeFault } from './draft';
import * as words from './words';

/** The file name of the code in the interpreter's stacks. */
export const FILE = 'model.js';
/** How much of a thrown text is read, in characters. */
export const LONGEST_THROWN = 400;
/** For recursive code, a full stack contains at least this many calls. */
const CALLS_OF_RECURSION = 10;

/** The innermost line of the code in a stack of the interpreter; null where the code is not in it. */
export function lineIn(stack: string): number | null {
  const found = /model\.js:(\d{1,5})/.exec(stack);
  return found ? Number(found[1]) : null;
}

/** The description of a thrown value by `describe` in {@link INSIDE}. */
const Description = v.object({
  isError: v.boolean(),
  name: v.string(),
  kind: v.string(),
  message: v.string(),
  stack: v.string(),
  /** Its text form, where it is not an error. */
  shown: v.string(),
  /** The stack of the `throw`, for a value without one of its own. */
  thrownAt: v.string(),
});
type Description = v.InferOutput<typeof Description>;

/**
 * The sentence for a description, and its line; without one, the line in the stack `left` by the unhandled
 * rejection.
 */
export function readThrown(description: string, left = ''): CodeFault {
  const thrown = v.parse(Description, JSON.parse(description));
  const stacks = [thrown.isError ? thrown.stack : '', thrown.thrownAt, left];
  const line = stacks.map(lineIn).find((line) => line !== null) ?? null;
  return { sentence: thrown.isError ? sentenceOf(thrown) : words.threw(thrown.shown), line };
}

/** The interpreter's own errors are explained; an error of the code keeps its message. */
function sentenceOf({ name, kind, message, stack }: Description): string {
  if (/^stack overflow/.test(message) && ['InternalError', 'SyntaxError'].includes(name))
    return callsItself(stack) ? words.endlessCalls : words.tooDeep;
  switch (name) {
    case 'SyntaxError':
      return words.unreadable(message);
    case 'InternalError':
      // Not for its time limit, which is checked outside: the page could not be asked from so deep.
      return message === 'interrupted' ? words.endlessCalls : words.tooMuchMemory;
    case 'ReferenceError': {
      const missing = /^'(.+)' is not defined$/.exec(message);
      return missing ? words.notDefined(missing[1]) : words.threw(message);
    }
  }
  // The code's own class may have left the name unchanged.
  const called = name === 'Error' || name === '' ? kind || name : name;
  if (message.trim() === '') return words.threwWithoutMessage(called);
  return called === 'Error' || called === '' ? message : words.threw(`${called}: ${message}`);
}

/**
 * Whether a stack is full of the code's own calls, and not of the interpreter's recursion through deep data
 * or brackets. Of asynchronous functions it contains only the last one.
 */
function callsItself(stack: string): boolean {
  const calls = stack.split('\n').filter((call) => !call.includes('(native)'));
  return calls.length > CALLS_OF_RECURSION || /^\s*at [^<\s]\S* \(model\.js:/.test(stack);
}
