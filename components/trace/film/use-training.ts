import { useEffect } from 'react';
import { useTimeline } from '@/components/state/hooks';
import { epochAt, type Film, momentAt } from '@/lib/provenance/film/at-time';
import { learner } from '@/lib/store/learner/learner';
import { withinStep } from '@/lib/store/learner/mirror-address';
import { parameterOf } from '@/lib/store/learner/write-address';
import type { Clock } from './clock';

/** Shows a network of the run; the film is one step of the browser's history. */
const travel = (epoch: number | null): void => {
  if (learner.getState().epoch !== epoch) withinStep(() => learner.getState().travelTo(epoch));
};

/**
 * In a beat on training the page shows the network of its epoch, in all others the trained one. When the film is left, what
 * the learner had chosen is back. `still`: a beat shows the last of its epochs only.
 */
export function useTraining(clock: Clock, film: Film, still: boolean): void {
  const epochs = useTimeline()?.epochs;
  useEffect(() => {
    const before = learner.getState().epoch;
    const here = window.location.pathname;
    return () => {
      const { pathname, search } = window.location;
      // A link to a page about an epoch has chosen it.
      const chosen = pathname !== here && new URLSearchParams(search).has(parameterOf('epoch'));
      if (!chosen) travel(before);
    };
  }, []);
  useEffect(() => {
    const follow = () => {
      const { at, progress } = momentAt(film, clock.store.getState().time);
      const of = film.beats[at]?.beat.epochs;
      travel((of && epochs?.[epochAt(of, still ? 1 : progress, epochs.length)]?.epoch) ?? null);
    };
    follow();
    return clock.store.subscribe(follow);
  }, [clock, film, epochs, still]);
}
