import { createStore, type StoreApi } from 'zustand/vanilla';

/** A store as all the rest of the site has it: it is read and followed, and written only by the module that it is of. */
export type ReadableStore<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

type Write<T> = (change: Partial<T> | ((now: T) => Partial<T>)) => void;

/**
 * A store and, apart from it, what writes it. The module that makes a store exports the first and keeps the second to
 * itself, so that it is the store's only writer; others change the store by the functions that this module exports.
 */
export function ownedStore<T extends object>(initial: T): readonly [ReadableStore<T>, Write<T>] {
  const { setState, getState, getInitialState, subscribe } = createStore<T>()(() => initial);
  return [{ getState, getInitialState, subscribe }, (change) => setState(change)];
}
