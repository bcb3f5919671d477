'use client';

import { useState } from 'react';

/** Which images are selected, by their places in the set. */
export interface Selection {
  readonly places: ReadonlySet<number>;
  /** The image that the keyboard is at, by its number among those shown. */
  readonly cursor: number;
  /** Selects only this image, or with `adds` this one too, or, if it is selected, no longer. */
  choose(nth: number, adds: boolean): void;
  /** Selects all from the last chosen image to this one. */
  extend(nth: number): void;
  moveTo(nth: number): void;
  set(places: Iterable<number>): void;
}

interface State {
  readonly view: string;
  readonly shown: Uint32Array;
  readonly places: ReadonlySet<number>;
  readonly cursor: number;
  readonly anchor: number;
}

/** The state for what is shown now: empty in a different view, and without those images that an edit has taken away. */
function stateFor(state: State, shown: Uint32Array, view: string): State {
  if (state.view !== view) return { view, shown, places: new Set(), cursor: 0, anchor: 0 };
  if (state.shown === shown) return state;
  const { places } = state;
  return {
    ...state,
    shown,
    places: places.size > 0 ? new Set(shown.filter((at) => places.has(at))) : places,
  };
}

/** A selection among the images that are shown. `view`: what they were chosen by; it is empty again in a different one. */
export function useSelection(shown: Uint32Array, view: string): Selection {
  const [state, setState] = useState<State>({ view, shown, places: new Set(), cursor: 0, anchor: 0 });
  const now = stateFor(state, shown, view);
  const last = Math.max(0, shown.length - 1);
  const within = (nth: number) => Math.min(last, Math.max(0, nth));
  return {
    places: now.places,
    cursor: within(now.cursor),
    choose(nth, adds) {
      const place = shown[nth];
      const places = new Set(adds ? now.places : []);
      if (adds && now.places.has(place)) places.delete(place);
      else places.add(place);
      setState({ ...now, places, cursor: nth, anchor: nth });
    },
    extend(to) {
      const nth = within(to);
      const [from, end] = [Math.min(now.anchor, nth), Math.max(now.anchor, nth)];
      setState({ ...now, places: new Set(shown.subarray(from, end + 1)), cursor: nth });
    },
    moveTo(nth) {
      setState({ ...now, cursor: within(nth), anchor: within(nth) });
    },
    set: (places) => setState({ ...now, places: new Set(places) }),
  };
}
