import type { Result } from './result';

/** What `make` answers, made when it is first asked for, and the same from then on. Where it throws, nothing is kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * What `load` answers, loaded when it is first asked for and kept; after a failure the next who asks has it loaded again.
 * Only the arguments of who has it loaded count.
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
