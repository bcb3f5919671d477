import { useCallback, useEffect, useState } from 'react';
import { usePipeline } from '@/components/state/hooks';
import { turned, zoomed } from '@/lib/provenance/space/camera';
import type { Sight } from '@/lib/provenance/space/view';
import words from '@/words/space';
import type { Announced } from './Announcement';
import styles from './Space.module.css';
import type { Director } from './scene/director';

interface Props {
  readonly director: Director | null;
  readonly flight: number;
  onAnnounce(what: Announced): void;
}

const NEARER = 0.7;
const TURN = 0.3;

/** The overview, a flight from stage to stage, and the camera's small movements. */
export function CameraTools({ director, flight, onAnnounce }: Props) {
  const tour = useTour(director, flight);
  const move = (change: 'zoom' | 'turn', by: number) => {
    const view = director?.view();
    if (!director || !view) return;
    const { pose, screen } = view;
    director.go(change === 'zoom' ? zoomed(pose, screen, by) : turned(pose, by, 0), flight / 2);
  };
  const small = (word: string, sign: string, change: 'zoom' | 'turn', by: number) => (
    <button type="button" className="button-bare" title={word} onClick={() => move(change, by)}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{word}</span>
    </button>
  );
  return (
    <fieldset className={styles.camera}>
      <legend className="visually-hidden">{words.camera()}</legend>
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          director?.flyTo({ of: 'everything' }, flight);
          onAnnounce({ of: 'everything' });
        }}
      >
        {words.overview()}
      </button>
      <button type="button" className="button-quiet" onClick={tour.toggle}>
        {tour.running ? words.stop() : words.tour()}
      </button>
      {small(words.nearer(), '+', 'zoom', NEARER)}
      {small(words.farther(), '−', 'zoom', 1 / NEARER)}
      {small(words.turnLeft(), '↺', 'turn', -TURN)}
      {small(words.turnRight(), '↻', 'turn', TURN)}
    </fieldset>
  );
}

/** Milliseconds for a stage of the tour: the flight, and a look at it. */
const LEG = 1500;
const STAY = 500;

/** Once around: from stage to stage, and back to the overview. */
function useTour(director: Director | null, flight: number) {
  const { stages } = usePipeline();
  /** Where it is: -1 where it does not run. */
  const [at, setAt] = useState(-1);
  useEffect(() => {
    if (at < 0 || !director) return;
    const sight: Sight = at < stages.length ? { of: 'stage', stage: stages[at].id } : { of: 'everything' };
    director.flyTo(sight, flight === 0 ? 0 : LEG, true);
    const timer = setTimeout(() => setAt(at < stages.length ? at + 1 : -1), LEG + STAY);
    return () => clearTimeout(timer);
  }, [at, director, stages, flight]);
  const stop = useCallback(() => setAt(-1), []);
  useEffect(() => {
    if (director) director.onInterrupt = stop;
  }, [director, stop]);
  return {
    running: at >= 0,
    toggle() {
      const now = director?.now();
      // Stopped, the camera stays where it is.
      if (at < 0) setAt(0);
      else if (now) director?.go(now.pose);
    },
  };
}
