import { afterEach, expect, test } from 'vitest';
import { drawMoment } from '@/components/trace/film/drawing/moment';
import { sceneOf } from '@/components/trace/film/drawing/scene';
import { Flights } from '@/components/trace/film/flying/flights';
import { beatAt } from '@/lib/provenance/film/at-time';
import { resolve } from '@/lib/provenance/film/resolve';
import { film, look, subject } from './support';

const [WIDTH, HEIGHT] = [480, 270];
let flights: Flights | null = null;
afterEach(() => {
  flights?.end();
  flights = null;
});

/** The pixels of the film at a time. */
function drawn(time: number, by: Flights | null): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws nothing');
  const scene = sceneOf(subject, resolve(film.beats[beatAt(film, time)].beat, subject));
  drawMoment(
    { context, width: WIDTH, height: HEIGHT, ratio: 1, look },
    { film, scene, flights: by, still: false },
    time,
  );
  return canvas.toDataURL();
}

test('what is drawn depends on the time alone, on the flights too', () => {
  flights = new Flights(subject.pipeline, () => undefined);
  const times = [0, 1, 2.5, 5, 12, 20.5, 22, 29, 30];
  const forth = times.map((time) => drawn(time, flights));
  const back = times.toReversed().map((time) => drawn(time, flights));
  expect(back.toReversed()).toEqual(forth);
});

test('the film flies at the beginning of a chapter, and not within one', () => {
  flights = new Flights(subject.pipeline, () => undefined);
  for (const flying of [0.5, 1.5, 21]) expect(drawn(flying, flights)).not.toBe(drawn(flying, null));
  for (const standing of [10.5, 12, 19, 30]) expect(drawn(standing, flights)).toBe(drawn(standing, null));
});

test('where the graphics card is lost in the middle of a flight the drawing takes its place, until it is back', async () => {
  const cards: WebGL2RenderingContext[] = [];
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    kind: string,
    settings?: unknown,
  ) {
    const context = Reflect.apply(getContext, this, [kind, settings]);
    if (context instanceof WebGL2RenderingContext) cards.push(context);
    return context;
  } as typeof getContext;
  let changes = 0;
  flights = new Flights(subject.pipeline, () => {
    changes += 1;
  });
  HTMLCanvasElement.prototype.getContext = getContext;
  const flying = drawn(1, flights);
  const card = cards[0]?.getExtension('WEBGL_lose_context');
  card?.loseContext();
  await expect.poll(() => changes).toBe(1);
  expect(drawn(1, flights)).toBe(drawn(1, null));
  card?.restoreContext();
  await expect.poll(() => changes).toBe(2);
  expect(drawn(1, flights)).toBe(flying);
});
