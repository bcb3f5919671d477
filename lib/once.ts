import type { Result } from './result';

/**
 * A function that calls `make` on its first call and returns the same result from then on. If it throws,
 * nothing is cached.
 */
export function once<T>(make: () => T): () => T {
  let first: { readonly value: T } | undefined;
  return () => {
    first ??= { value: make() };
    return first.value;
  };
}

/** A function that calls `make` only where its key differs from the last call's, and returns the last result otherwise. */
export function oncePerKey<T>(): (key: string, make: () => T) => T {
  let last: { readonly key: string; readonly value: T } | undefined;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}

/**
 * A function that calls `make` once for each object and returns the same result for it from then on, as long as the object is
 * in use. Only the further arguments of that first call count.
 */
export function oncePerObject<Of extends object, More extends readonly unknown[], T>(
  make: (of: Of, ...more: More) => T,
): (of: Of, ...more: More) => T {
  const made = new WeakMap<Of, { readonly value: T }>();
  return (of, ...more) => {
    const known = made.get(of) ?? { value: make(of, ...more) };
    made.set(of, known);
    return known.value;
  };
}

/**
 * Loads on the first call and caches the result; after a failure the next call loads again. Only the
 * arguments of the call that loads count.
 */
export function onceLoaded<Arguments extends readonly unknown[], T>(
  load: (...args: Arguments) => Promise<Result<T>>,
): (...args: Arguments) => Promise<Result<T>> {
  let loading: Promise<Result<T>> | undefined;
  return (...args) => {
    loading ??= load(...args).then((loaded) => {
      if (!loaded.ok) loading = undefined;
      return loaded;
    });
    return loading;
  };
}
