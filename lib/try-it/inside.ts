/** The name under which the prepared code calls the watchdog. */
export const WATCH = '__watch';

/**
 * The code's environment in the interpreter: tf and console, which pass each call on to `host` as text, the
 * watchdog, and nothing else of ours. Evaluates to the function that describes anything thrown. It is plain
 * JavaScript, because it runs in the interpreter; whatever the code does to it affects only the code itself.
 */
export const INSIDE = `((names, watchName, aFunction, anObject, longest, host) => {
  const { parse, stringify } = JSON;
  const { freeze, fromEntries, is, prototype: { toString } } = Object;
  const { InternalError, Promise } = globalThis;
  const { then } = Promise.prototype;
  const { apply } = Reflect;
  const indices = new WeakMap();
  const plain = (_, value) => {
    if (typeof value === 'function') return aFunction;
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  };
  const send = (what, name, value, stack) => {
    const answer = host(what, name, value, stack);
    // The page had no room left to be called from so deep.
    if (answer === undefined) throw new InternalError('stack overflow');
    const { sentence, value: answered } = parse(answer);
    if (sentence) throw new Error(sentence);
    return answered;
  };
  const ask = (what, name, value) => send(what, name, stringify(value, plain) ?? 'null', new Error().stack);
  const closed = (what, own) =>
    new Proxy(freeze(own), {
      get: (target, name) =>
        typeof name === 'symbol' || Object.hasOwn(target, name) ? target[name] : ask(what, name),
    });
  const layer = (name) => (options = {}) => {
    const one = freeze({});
    indices.set(one, ask('layer', name, options));
    return one;
  };
  const add = (one) => void ask('add', '', indices.get(one) ?? -1);
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
  let last = null;
  const thrown = (value) => {
    last = { value, stack: new Error().stack };
    return value;
  };
  const unused = (value) => {
    if (!(value instanceof Promise)) return;
    const { stack } = new Error();
    apply(then, value, [undefined, (reason) => void send('rejected', describe(reason), 'null', stack)]);
  };

  const attempt = (get, otherwise) => {
    try {
      return get();
    } catch {
      return otherwise;
    }
  };
  const text = (get, most = longest) =>
    attempt(() => {
      const value = get();
      return value === undefined || typeof value === 'object' ? '' : String(value).slice(0, most);
    }, '');
  const literal = (value) => {
    switch (typeof value) {
      case 'object':
        return stringify(value, plain);
      case 'string':
        return stringify(value.slice(0, longest));
      case 'function':
        return aFunction;
      case 'bigint':
        return value + 'n';
      default:
        return String(value);
    }
  };
  // Whatever was thrown, and whatever it throws when it is read. Without a prototype, which might have a toJSON.
  const describe = (value) => {
    const thrownAt = last && is(last.value, value) ? last.stack : '';
    return stringify({
      __proto__: null,
      isError: attempt(() => value instanceof Error, false),
      name: text(() => value.name),
      kind: text(() => value.constructor.name),
      message: text(() => value.message),
      stack: text(() => value.stack, 50_000),
      shown: text(() => literal(value)) || text(() => apply(toString, value, [])) || anObject,
      thrownAt,
    });
  };

  Object.defineProperty(globalThis, watchName, { value: freeze({ turn, thrown, unused }) });
  globalThis.tf = closed('no function', { sequential, layers });
  globalThis.console = freeze({ log: print, info: print, warn: print, error: print });
  return describe;
})`;
