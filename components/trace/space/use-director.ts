import { type RefObject, useEffect, useState } from 'react';
import { followTheme } from '@/components/shell/theme';
import type { Pipeline } from '@/lib/network/pipeline';
import type { SpaceLayout } from '@/lib/provenance/space/layout';
import { coloursFor, paintBoard } from '@/lib/provenance/space/paint';
import { BEFORE_READING } from '@/lib/site/figure/reading';
import type { Tensor } from '@/lib/tensor/tensor';
import { Director } from './scene/director';
import { Planes } from './scene/planes';

export interface Elements {
  readonly stand: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly lines: RefObject<HTMLCanvasElement | null>;
}

/** Whether it can draw: not yet, yes, not in this browser, or not at the moment. */
export type Drawing = 'starting' | 'drawing' | 'none' | 'lost';

interface Started {
  readonly director: Director;
  readonly planes: Planes;
}

/** Draws the boards of a layout into the page's elements. */
export function useDirector({ stand, canvas, lines }: Elements, layout: SpaceLayout) {
  const [started, setStarted] = useState<Started | null>(null);
  const [drawing, setDrawing] = useState<Drawing>('starting');
  useEffect(() => {
    const [place, surface, above] = [stand.current, canvas.current, lines.current];
    if (!place || !surface || !above) return;
    let planes: Planes;
    try {
      planes = new Planes(surface, layout);
    } catch {
      setDrawing('none');
      return;
    }
    const labels = () => [...place.querySelectorAll<HTMLElement>('[data-board]')];
    const kept = labels();
    const director = new Director(planes, layout, { canvas: surface, lines: above, labels: () => kept });
    const watch = new ResizeObserver(() =>
      director.resize({ width: place.clientWidth, height: place.clientHeight }),
    );
    watch.observe(place);
    const lost = (event: Event) => {
      // Without this the browser would not restore it.
      event.preventDefault();
      setDrawing('lost');
    };
    const restored = () => {
      setDrawing('drawing');
      director.changed();
    };
    const draw = () => director.drawNow();
    surface.addEventListener(BEFORE_READING, draw);
    surface.addEventListener('webglcontextlost', lost);
    surface.addEventListener('webglcontextrestored', restored);
    setStarted({ director, planes });
    setDrawing('drawing');
    return () => {
      surface.removeEventListener(BEFORE_READING, draw);
      surface.removeEventListener('webglcontextlost', lost);
      surface.removeEventListener('webglcontextrestored', restored);
      watch.disconnect();
      director.end();
      setStarted(null);
    };
  }, [stand, canvas, lines, layout]);
  return { started, drawing };
}

/** A computed colour, "rgb(23, 21, 17)" or with spaces, as its three bytes. */
const bytesOf = (colour: string): readonly number[] =>
  (colour.match(/[\d.]+/g) ?? ['0', '0', '0']).slice(0, 3).map(Number);

/** Paints what has changed: the values, or the theme. */
export function usePaint(
  started: Started | null,
  { stand }: Elements,
  { boards }: SpaceLayout,
  { stages }: Pipeline,
  tensors: readonly (Tensor | null)[],
  areValues: boolean,
): void {
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    const changed = () => setTheme((times) => times + 1);
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', changed);
    const unfollow = followTheme(changed);
    return () => {
      system.removeEventListener('change', changed);
      unfollow();
    };
  }, []);
  const [painted] = useState(() => new WeakMap<Planes, unknown[]>());
  useEffect(() => {
    if (!started || !stand.current) return;
    const style = getComputedStyle(stand.current);
    const [red, green, blue] = bytesOf(style.outlineColor);
    const ground = ((0xff << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    const before = painted.get(started.planes) ?? [];
    // Signed values are as dark here as on the flat pages.
    const dark = style.getPropertyValue('--signed').trim() !== 'none';
    started.planes.outline(bytesOf(style.columnRuleColor));
    for (const [at, board] of boards.entries()) {
      const tensor = tensors[at];
      const key = `${theme} ${ground}`;
      if (before[at] === tensor && before[boards.length] === key) continue;
      started.planes.repaint(at, (pixels) => {
        if (!tensor) pixels.fill(ground);
        else {
          const high = areValues ? stages[at].brightness : null;
          paintBoard(board, tensor, coloursFor(board, tensor.values, ground, high, dark), pixels);
        }
      });
    }
    painted.set(started.planes, [...tensors, `${theme} ${ground}`]);
    started.director.changed();
  }, [started, stand, boards, stages, tensors, areValues, theme, painted]);
}
