import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useSize } from '@/components/charts/use-size';
import { stepWords } from '@/components/figures/value-words';
import { followTheme } from '@/components/shell/theme';
import { Pending } from '@/components/state/Pending';
import type { Film } from '@/lib/provenance/film/at-time';
import type { FilmSubject, Resolved } from '@/lib/provenance/film/resolve';
import words from '@/words/film';
import type { Clock } from './clock';
import { drawnIn } from './drawing/drawn';
import type { Grid } from './drawing/grids';
import { lookOf } from './drawing/look';
import { drawMoment } from './drawing/moment';
import type { Look } from './drawing/pen';
import { sceneOf } from './drawing/scene';
import { FigureValues } from './FigureValues';
import styles from './Film.module.css';
import { useFlights } from './flying/use-flights';

interface Props {
  readonly clock: Clock;
  readonly film: Film;
  readonly subject: FilmSubject;
  /** The beat at hand. */
  readonly shown: Resolved;
  /** Each beat is one still drawing. */
  readonly still: boolean;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

const UNKNOWN = { width: 0, height: 0 };

/** The drawing of the beat at hand, as far as it is. */
export function FilmFigure({ clock, film, subject, shown, still, canvas }: Props) {
  const size = useSize(canvas, UNKNOWN);
  const look = useLook(canvas);
  const grids = useRef<Grid[]>([]);
  const scene = useMemo(() => sceneOf(subject, shown), [subject, shown]);
  const { flights, version } = useFlights(subject.pipeline, still, scene !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when the graphics card is back
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || size.width === 0 || !look) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    const paint = () =>
      drawMoment(
        { context, ...size, ratio, look, grids: grids.current },
        { film, scene, flights, still },
        clock.store.getState().time,
      );
    paint();
    return clock.store.subscribe((now, before) => now.time !== before.time && paint());
  }, [clock, film, scene, size, look, still, flights, version]);
  const place = shown.step ? stepWords(shown.step, subject.pipeline, subject.classWord) : 'none';
  const drawn = scene && size.width > 0 ? drawnIn(scene, size) : null;
  const label = words.figure({
    figure: drawn?.figure ?? shown.beat.figure,
    shown: drawn?.shown ?? 0,
    all: drawn?.all ?? 0,
    stage: shown.stage.id,
    place,
  });
  return (
    <div className={styles.figure}>
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={label} />
      {scene && <FigureValues grids={grids} shown={shown} onAsk={clock.pause} />}
      {!scene && (
        <p className="instead-of-drawing">
          <Pending>{words.waiting()}</Pending>
        </p>
      )}
    </div>
  );
}

/** The page's colours; read again when the theme changes. */
function useLook(of: RefObject<HTMLElement | null>): Look | null {
  const [look, setLook] = useState<Look | null>(null);
  useEffect(() => {
    const read = () => of.current && setLook(lookOf(of.current));
    read();
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', read);
    const unfollow = followTheme(read);
    return () => {
      system.removeEventListener('change', read);
      unfollow();
    };
  }, [of]);
  return look;
}
