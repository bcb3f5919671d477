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

/** A selection among the images that are shown. It is empty again when others are shown. */
export function useSelection(shown: Uint32Array): Selection {
  const [state, setState] = useState({ shown, places: new Set<number>(), cursor: 0, anchor: 0 });
  const now = state.shown === shown ? state : { shown, places: new Set<number>(), cursor: 0, anchor: 0 };
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
      setState({ shown, places, cursor: nth, anchor: nth });
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
