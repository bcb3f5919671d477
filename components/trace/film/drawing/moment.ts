import { type Film, momentAt } from '@/lib/provenance/film/at-time';
import { flyingAt, legOf, progressAfter } from '@/lib/provenance/film/leg';
import type { Flights } from '../flying/flights';
import { draw } from './draw';
import type { Look, Pen } from './pen';
import type { Scene } from './scene';

/** The frame's own margin, in pixels. */
const MARGIN = 20;

interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** Device pixels in one of the page. */
  readonly ratio: number;
  readonly look: Look;
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
  const { context, width, height, ratio, look } = frame;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (!scene) return;
  const area = { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: height - 2 * MARGIN };
  const pen: Pen = { context, area, ratio, ...look };
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
  if (flying) flights.draw(pen, trace, flying, { width, height });
}
