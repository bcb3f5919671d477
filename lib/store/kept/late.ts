import { ok, type Result } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';

/** A value of a module that is loaded when the value is first asked for. */
export interface Late<T> {
  /** The value itself once it is there; until then a promise, which fails with a sentence. */
  get(): T | Promise<Result<T>>;
  /** Provides the value where its module is loaded anyway. */
  provide(value: T): void;
}

/** Loads a value when it is first asked for; after a failure the next call loads again. */
export function late<T extends object>(load: () => Promise<T>): Late<T> {
  let value: T | null = null;
  let loading: Promise<Result<T>> | null = null;
  return {
    get() {
      if (value) return value;
      loading ??= fetchPart(load).then((loaded) => {
        loading = null;
        if (!loaded.ok) return loaded;
        value = loaded.value;
        return ok(value);
      });
      return loading;
    },
    provide(loaded) {
      value = loaded;
    },
  };
}
