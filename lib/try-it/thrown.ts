/** What was thrown in the interpreter, as a sentence at its line. */
import * as v from 'valibot';
import type { CodeFault } from './draft';
import * as words from './words';

/** The name of the code in the interpreter's stacks. */
export const FILE = 'model.js';
/** How much is read of a text that was thrown, in characters. */
export const LONGEST_THROWN = 400;
/** Of code that calls itself, at least so many calls stand in a stack that is full. */
const CALLS_OF_RECURSION = 10;

/** The line of the code in a stack of the interpreter, the innermost first; null where the code is not in it. */
export function lineIn(stack: string): number | null {
  const found = /model\.js:(\d{1,5})/.exec(stack);
  return found ? Number(found[1]) : null;
}

/** What `describe` in {@link INSIDE} says of something that was thrown. */
const Description = v.object({
  isError: v.boolean(),
  name: v.string(),
  kind: v.string(),
  message: v.string(),
  stack: v.string(),
  /** How it is written, where it is no error. */
  shown: v.string(),
  /** The stack of the `throw`, for what has none of its own. */
  thrownAt: v.string(),
});
type Description = v.InferOutput<typeof Description>;

/** The sentence for a description, and its line; where it has none, that in the stack of what `left` it unheard. */
export function readThrown(description: string, left = ''): CodeFault {
  const thrown = v.parse(Description, JSON.parse(description));
  const stacks = [thrown.isError ? thrown.stack : '', thrown.thrownAt, left];
  const line = stacks.map(lineIn).find((line) => line !== null) ?? null;
  return { sentence: thrown.isError ? sentenceOf(thrown) : words.threw(thrown.shown), line };
}

/** The interpreter's own errors are explained; an error of the code says what it says. */
function sentenceOf({ name, kind, message, stack }: Description): string {
  if (/^stack overflow/.test(message) && ['InternalError', 'SyntaxError'].includes(name))
    return callsItself(stack) ? words.endlessCalls : words.tooDeep;
  switch (name) {
    case 'SyntaxError':
      return words.unreadable(message);
    case 'InternalError':
      // Not for its time, which is known outside: the page could not be asked from so deep.
      return message === 'interrupted' ? words.endlessCalls : words.tooMuchMemory;
    case 'ReferenceError': {
      const missing = /^'(.+)' is not defined$/.exec(message);
      return missing ? words.notDefined(missing[1]) : words.threw(message);
    }
  }
  // A class of the code's own may have left the name as it was.
  const called = name === 'Error' || name === '' ? kind || name : name;
  if (message.trim() === '') return words.threwWithoutMessage(called);
  return called === 'Error' || called === '' ? message : words.threw(`${called}: ${message}`);
}

/**
 * Whether a stack is full of the code's own calls, and not of the interpreter's way through deep data or brackets. Of
 * asynchronous functions it has the last one only.
 */
function callsItself(stack: string): boolean {
  const calls = stack.split('\n').filter((call) => !call.includes('(native)'));
  return calls.length > CALLS_OF_RECURSION || /^\s*at [^<\s]\S* \(model\.js:/.test(stack);
}
