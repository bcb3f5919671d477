import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core';
import { fail, ok, type Result } from '@/lib/result';
import type { CodeFault, Draft } from './draft';
import { INSIDE, WATCH } from './inside';
import { LAYER_OPTIONS } from './layer-calls';
import { LONGEST_THROWN, lineIn, readThrown } from './thrown';
import * as words from './words';

const MOST_PRINTED = 40;
const LONGEST_PRINTED = 200;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The state of the running code, as seen from outside. */
export interface Running {
  readonly draft: Draft;
  readonly printed: string[];
  /** Why it must stop, in a sentence; null while it may run. */
  excess(): string | null;
  /** Why it was stopped, at the line of the loop in which that happened. */
  stopped: CodeFault | null;
  /** Why the first of its promises with an unhandled rejection failed. */
  rejected: CodeFault | null;
}

/**
 * Installs tf, console and the watchdog of the code in an interpreter. Returns a function of the interpreter
 * that describes anything thrown, for {@link readThrown}.
 */
export function install(context: QuickJSContext, running: Running): QuickJSHandle {
  const { draft, printed } = running;
  const answer = (what: string, name: string, value: string, stack: string): Result<number> => {
    switch (what) {
      case 'turn': {
        const excess = running.excess();
        if (excess === null) return ok(0);
        running.stopped ??= { sentence: excess, line: lineIn(stack) };
        return fail(excess);
      }
      case 'sequential':
        return draft.begin();
      case 'layer':
        return draft.make(name, parsed(value), lineIn(stack));
      case 'add':
        return draft.add(parsed(value));
      case 'print':
        if (printed.length < MOST_PRINTED) printed.push(name.slice(0, LONGEST_PRINTED));
        return ok(0);
      case 'rejected':
        running.rejected ??= readThrown(name, stack);
        return ok(0);
      case 'no method':
        return fail(words.noSuchMethod(name));
      case 'no function':
        return fail(words.noSuchFunction(name));
      default:
        return fail(words.unknownCall);
    }
  };
  const host = context.newFunction('host', (...handles) => {
    const [what, name, value, stack] = handles.map((handle) => context.getString(handle));
    const answered = answer(what, name, value, stack);
    return context.newString(
      JSON.stringify(answered.ok ? { value: answered.value } : { sentence: answered.problem.sentence }),
    );
  });
  const constants = [
    Object.keys(LAYER_OPTIONS),
    WATCH,
    words.A_FUNCTION,
    words.AN_OBJECT,
    LONGEST_THROWN,
  ].map((one) => JSON.stringify(one));
  const source = `${INSIDE}(${constants.join(', ')}, host)`;
  try {
    context.setProp(context.global, 'host', host);
    const describe = context.unwrapResult(context.evalCode(source, 'inside.js'));
    context.unwrapResult(context.evalCode('delete globalThis.host', 'inside.js')).dispose();
    return describe;
  } finally {
    host.dispose();
  }
}
