import { createStore, type StoreApi } from 'zustand/vanilla';

/**
 * A store as seen by the rest of the site: it can be read and followed, but only its own module writes it.
 */
export type ReadableStore<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

type Write<T> = (change: Partial<T> | ((now: T) => Partial<T>)) => void;

/**
 * A store and, separately, its setter. The module that creates a store exports the store and keeps the setter
 * private, so that it is the only writer; others change the store by the functions that this module exports.
 */
export function ownedStore<T extends object>(initial: T): readonly [ReadableStore<T>, Write<T>] {
  const { setState, getState, getInitialState, subscribe } = createStore<T>()(() => initial);
  return [{ getState, getInitialState, subscribe }, (change) => setState(change)];
}
