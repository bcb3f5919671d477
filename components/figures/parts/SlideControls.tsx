'use client';

import type { Place } from '@/components/canvas/walk';
import { useMedia } from '@/components/site/use-media';
import type { Slide } from '../use-slide';
import styles from './SlideControls.module.css';

interface Props {
  /** What slides: "kernel", "window". */
  readonly what: string;
  readonly slide: Slide;
  readonly place: Place;
  onPick(place: Place): void;
}

/** Plays, pauses and steps a window over its map. Who wants no motion steps by hand. */
export function SlideControls({ what, slide, place, onPick }: Props) {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const step = (by: number) => {
    onPick(slide.beside(by));
  };
  return (
    <div className={styles.controls}>
      <button
        type="button"
        className="button-quiet"
        onClick={() => step(-1)}
        aria-label={`Move the ${what} back`}
      >
        ←
      </button>
      {!still && (
        <button type="button" className="button-quiet" onClick={slide.playing ? slide.pause : slide.play}>
          {slide.playing ? 'Pause' : `Slide the ${what}`}
        </button>
      )}
      <button
        type="button"
        className="button-quiet"
        onClick={() => step(1)}
        aria-label={`Move the ${what} on`}
      >
        →
      </button>
      <span className={styles.where}>
        row <span className="number">{place.row}</span>, column <span className="number">{place.column}</span>
      </span>
    </div>
  );
}
