import type { QuickJSContext } from 'quickjs-emscripten-core';
import { fail, ok, type Result } from '@/lib/result';
import type { Draft, Fault } from './draft';
import { LAYER_OPTIONS } from './layer-calls';
import { TURN } from './loops';
import * as words from './words';

/** The name of the code in the interpreter's stacks. */
export const FILE = 'model.js';

const MOST_PRINTED = 40;
const LONGEST_PRINTED = 200;

/**
 * What the code finds in the interpreter: tf and console, which pass each call on to `host` as text, and nothing else of
 * ours. It is plain JavaScript, because it runs in there; whatever the code does to it, it does to itself alone.
 */
const INSIDE = `((names, turnName, aFunction, host) => {
  const { parse, stringify } = JSON;
  const { freeze, fromEntries } = Object;
  const made = new WeakMap();
  const plain = (_, value) => {
    if (typeof value === 'function') return aFunction;
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  };
  const ask = (what, name, value) => {
    const answer = parse(host(what, name, stringify(value, plain) ?? 'null', new Error().stack));
    if (answer.sentence) throw new Error(answer.sentence);
    return answer.value;
  };
  const closed = (what, own) =>
    new Proxy(freeze(own), {
      get: (target, name) =>
        typeof name === 'symbol' || Object.hasOwn(target, name) ? target[name] : ask(what, name),
    });
  const layer = (name) => (options = {}) => {
    const one = freeze({});
    made.set(one, ask('layer', name, options));
    return one;
  };
  const add = (one) => void ask('add', '', made.get(one) ?? -1);
  const sequential = (options = {}) => {
    ask('sequential', '');
    const model = closed('no method', { add });
    for (const one of options.layers ?? []) add(one);
    return model;
  };
  const layers = closed('layer', fromEntries(names.map((name) => [name, layer(name)])));
  const shown = (value) => (typeof value === 'string' ? value : stringify(value, plain) ?? String(value));
  const print = (...values) => void ask('print', values.map(shown).join(' '));
  let turns = 0;
  let stopped = false;
  const turn = () => {
    if (!stopped && ++turns % 64 !== 0) return;
    stopped = true;
    ask('turn', '');
    stopped = false;
  };
  Object.defineProperty(globalThis, turnName, { value: turn });
  globalThis.tf = closed('no function', { sequential, layers });
  globalThis.console = freeze({ log: print, info: print, warn: print, error: print });
})`;

/** The line of the code in a stack of the interpreter, the innermost first; null where the code is not in it. */
export function lineIn(stack: string): number | null {
  const found = /model\.js:(\d{1,5})/.exec(stack);
  return found ? Number(found[1]) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What the code does as it runs, seen from outside. */
export interface Running {
  readonly draft: Draft;
  readonly printed: string[];
  /** Why it must not go on, in a sentence; null as long as it may. */
  excess(): string | null;
  /** That it was stopped for this, at the line of the loop in which it was. */
  stopped: Fault | null;
}

/** Puts tf and console into an interpreter. */
export function install(context: QuickJSContext, running: Running): void {
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
      case 'no method':
        return fail(words.noSuchMethod(name));
      case 'no function':
        return fail(words.noSuchFunction(name));
      default:
        return fail(words.strangeWish);
    }
  };
  const host = context.newFunction('host', (...handles) => {
    const [what, name, value, stack] = handles.map((handle) => context.getString(handle));
    const answered = answer(what, name, value, stack);
    return context.newString(
      JSON.stringify(answered.ok ? { value: answered.value } : { sentence: answered.problem.sentence }),
    );
  });
  const given = [Object.keys(LAYER_OPTIONS), TURN, words.A_FUNCTION].map((one) => JSON.stringify(one));
  const source = `${INSIDE}(${given.join(', ')}, host)`;
  try {
    context.setProp(context.global, 'host', host);
    context.unwrapResult(context.evalCode(source, 'inside.js')).dispose();
    context.unwrapResult(context.evalCode('delete globalThis.host', 'inside.js')).dispose();
  } finally {
    host.dispose();
  }
}
