import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useSize } from '@/components/charts/use-size';
import { stepWords } from '@/components/figures/value-words';
import { followTheme } from '@/components/shell/theme';
import { Pending } from '@/components/state/Pending';
import { type Film, momentAt } from '@/lib/provenance/film/at-time';
import type { FilmSubject, Resolved } from '@/lib/provenance/film/resolve';
import words from '@/words/film';
import type { Clock } from './clock';
import { draw } from './drawing/draw';
import type { Look } from './drawing/pen';
import { sceneOf } from './drawing/scene';
import styles from './Film.module.css';

interface Props {
  readonly clock: Clock;
  readonly film: Film;
  readonly subject: FilmSubject;
  /** The beat at hand. */
  readonly shown: Resolved;
  /** Each beat is one still drawing. */
  readonly still: boolean;
}

const UNKNOWN = { width: 0, height: 0 };
/** The frame's own margin, in pixels. */
const MARGIN = 20;

/** The drawing of the beat at hand, as far as it is. */
export function FilmFigure({ clock, film, subject, shown, still }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(canvas, UNKNOWN);
  const look = useLook(canvas);
  const scene = useMemo(() => sceneOf(subject, shown), [subject, shown]);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || size.width === 0 || !look) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    const area = { x: MARGIN, y: MARGIN, width: size.width - 2 * MARGIN, height: size.height - 2 * MARGIN };
    const paint = () => {
      const { at, progress } = momentAt(film, clock.store.getState().time);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      // At the change of a beat the drawing of the next one follows with the page.
      const own = film.beats[at]?.beat === shown.beat ? progress : 1;
      if (scene) draw({ context, area, ratio, ...look }, scene, still ? 1 : own);
    };
    paint();
    return clock.store.subscribe((now, before) => now.time !== before.time && paint());
  }, [clock, film, scene, shown, size, look, still]);
  const place = shown.step ? stepWords(shown.step, subject.pipeline, subject.classWord) : 'none';
  const label = words.figure({ figure: shown.beat.figure, stage: shown.stage.id, place });
  return (
    <div className={styles.figure}>
      <canvas ref={canvas} className={styles.canvas} role="img" aria-label={label} />
      {!scene && (
        <p className="instead-of-drawing">
          <Pending>{words.waiting()}</Pending>
        </p>
      )}
    </div>
  );
}

/** The page's colours, which the style sheet gives to properties of the canvas; read again when the theme changes. */
function useLook(of: RefObject<HTMLElement | null>): Look | null {
  const [look, setLook] = useState<Look | null>(null);
  useEffect(() => {
    const read = () => {
      if (!of.current) return;
      const style = getComputedStyle(of.current);
      setLook({
        ink: style.color,
        soft: style.caretColor,
        line: style.columnRuleColor,
        accent: style.outlineColor,
        paper: style.backgroundColor,
        label: style.fontFamily,
        number: style.getPropertyValue('--numbers') || 'monospace',
      });
    };
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
