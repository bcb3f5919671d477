import { type Film, momentAt } from '@/lib/provenance/film/at-time';
import { flyingAt, legOf, progressAfter } from '@/lib/provenance/film/leg';
import type { Flights } from '../flying/flights';
import type { Area } from './area';
import { draw } from './draw';
import type { Grid } from './grids';
import type { Look, Pen } from './pen';
import type { Scene } from './scene';

/** The frame's own margin, in pixels, and its share of a small frame. */
const MARGIN = 20;
const SHARE = 0.045;

/** The room for the drawing within a frame. */
export function areaIn({ width, height }: { readonly width: number; readonly height: number }): Area {
  const margin = Math.round(Math.min(MARGIN, SHARE * Math.min(width, height)));
  return { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
}

interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** Device pixels in one of the page. */
  readonly ratio: number;
  readonly look: Look;
  /** Takes the values that can be seen. */
  readonly grids?: Grid[];
}

interface Shown {
  readonly film: Film;
  /** The scene of the beat at that time; null until its values are there. */
  readonly scene: Scene | null;
  /** Null where the film does not fly. */
  readonly flights: Flights | null;
  /** Each beat is one still drawing. */
  readonly still: boolean;
}

/** Draws the film at a time: it depends on nothing but what it is given. */
export function drawMoment(frame: Frame, { film, scene, flights, still }: Shown, time: number): void {
  const { context, width, height, ratio, look, grids } = frame;
  grids?.splice(0);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (!scene) return;
  const pen: Pen = { context, area: areaIn({ width, height }), ratio, grids, ...look };
  const { shown, pipeline, trace } = scene;
  const moment = momentAt(film, time);
  // At the change of a beat the scene of the next one follows with the page.
  if (still || film.beats[moment.at]?.beat !== shown.beat) {
    draw(pen, scene, 1);
    return;
  }
  const { seconds } = shown.beat;
  const leg = flights?.ready ? legOf(film, moment.at, shown, pipeline) : null;
  draw(pen, scene, progressAfter(leg, seconds, moment));
  const flying = leg && flights && flyingAt(leg, seconds, moment.progress, flights.layout, { width, height });
  if (!flying) return;
  grids?.splice(0);
  flights.draw(pen, trace, flying, { width, height });
}
