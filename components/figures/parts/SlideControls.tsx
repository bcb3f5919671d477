'use client';

import type { Place } from '@/components/canvas/walk';
import { number, Rich } from '@/components/site/Rich';
import { useMedia } from '@/components/site/use-media';
import words from '@/words/figure-window';
import placeWords from '@/words/place';
import type { Slide } from '../use-slide';
import styles from './SlideControls.module.css';

interface Props {
  /** What slides. */
  readonly what: 'kernel' | 'window';
  readonly slide: Slide;
  readonly place: Place;
  onPick(place: Place): void;
}

/** Plays, pauses and steps a window over its map. With reduced motion it is only stepped by hand. */
export function SlideControls({ what, slide, place, onPick }: Props) {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const step = (by: number) => {
    onPick(slide.beside(by));
  };
  return (
    <div className={`button-row ${styles.controls}`}>
      <button
        type="button"
        className="button-quiet"
        onClick={() => step(-1)}
        aria-label={words.back({ what })}
      >
        ←
      </button>
      {!still && (
        <button type="button" className="button-quiet" onClick={slide.playing ? slide.pause : slide.play}>
          {slide.playing ? words.pause() : words.slide({ what })}
        </button>
      )}
      <button type="button" className="button-quiet" onClick={() => step(1)} aria-label={words.on({ what })}>
        →
      </button>
      <span className={styles.where}>
        <Rich text={placeWords.where({ row: place.row, column: place.column })} tags={{ n: number }} />
      </span>
    </div>
  );
}
