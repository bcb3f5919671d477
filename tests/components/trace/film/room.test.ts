import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { drawnIn } from '@/components/trace/film/drawing/drawn';
import { drawMoment } from '@/components/trace/film/drawing/moment';
import { type Scene, sceneOf } from '@/components/trace/film/drawing/scene';
import type { EpochRecord } from '@/lib/network/run';
import { filmOf } from '@/lib/provenance/film/at-time';
import { resolve } from '@/lib/provenance/film/resolve';
import type { Beat } from '@/lib/provenance/film/script';
import { look, subject } from './support';

/** The frames of the film on a phone, in an embed, on a desk beside the inspector, and on a desk. */
const FRAMES = {
  phone: { width: 341, height: 240 },
  embed: { width: 600, height: 340 },
  inspected: { width: 800, height: 332 },
  desk: { width: 1000, height: 460 },
} as const;
const NAMES = Object.keys(FRAMES) as (keyof typeof FRAMES)[];

/** Smaller numbers cannot be read, in pixels. */
const READABLE = 10;

const beatOf = (about: Partial<Beat>): Beat => ({
  figure: 'pixels',
  at: 'image',
  value: 'source',
  epochs: null,
  activation: null,
  sentences: ['{stage}'],
  seconds: 10,
  ...about,
});
const PIXELS = beatOf({});
const SUM = beatOf({ figure: 'sum', at: 'conv2d 1', value: 'strongest' });
const POOL = beatOf({ figure: 'pool', at: 'maxPool 1', value: 'strongest' });
const TRAINING = beatOf({ figure: 'training', at: 'answer', value: 'top', epochs: [0, 1] });

/** As much of a record as the curve reads. */
const epochs = [2.5, 1.5, 0.5].map(
  (loss, epoch) => ({ epoch, loss, heldOutLoss: loss + 0.2 }) as EpochRecord,
);

function sceneFor(beat: Beat): Scene {
  const about = { ...subject, epochs };
  const scene = sceneOf(about, resolve(beat, about));
  if (!scene) throw new Error(`there is no ${beat.at}`);
  return scene;
}

let context: CanvasRenderingContext2D;
beforeEach(() => {
  const made = document.createElement('canvas').getContext('2d');
  if (!made) throw new Error('this browser draws nothing');
  context = made;
});
afterEach(() => vi.restoreAllMocks());

/** The texts that are written at the end of a beat, with their size in pixels. */
function written(beat: Beat, name: keyof typeof FRAMES): { text: string; size: number }[] {
  const texts: { text: string; size: number }[] = [];
  vi.spyOn(context, 'fillText').mockImplementation((text) => {
    texts.push({ text, size: Number.parseFloat(/([\d.]+)px/.exec(context.font)?.[1] ?? '0') });
  });
  const film = filmOf([{ title: 'One', beats: [beat] }]);
  const frame = { context, ...FRAMES[name], ratio: 1, look };
  drawMoment(frame, { film, scene: sceneFor(beat), flights: null, still: true }, 9.9);
  return texts;
}

const isNumber = ({ text }: { text: string }) => /^[−-]?\d+([.,]\d+)?$/.test(text);

describe.each(NAMES)('in the frame of the %s', (name) => {
  test('as many pixels are close up as their numbers can be read, and the label says how many', () => {
    const { figure, shown } = drawnIn(sceneFor(PIXELS), FRAMES[name]);
    expect(figure).toBe('pixels');
    const numbers = written(PIXELS, name).filter(isNumber);
    expect(numbers).toHaveLength(shown * shown * 3);
    for (const { text, size } of numbers) expect(size, text).toBeGreaterThanOrEqual(READABLE);
  });

  test('a sum has its numbers: by channels, or else its largest products', () => {
    const { figure, shown } = drawnIn(sceneFor(SUM), FRAMES[name]);
    const products = figure === 'sumLargest' ? shown : 9 * shown;
    const numbers = written(SUM, name).filter(isNumber);
    expect(numbers).toHaveLength(3 * products);
    expect(products).toBeGreaterThan(4);
    for (const { text, size } of numbers) expect(size, text).toBeGreaterThanOrEqual(READABLE);
  });

  test('the windows of pooling have theirs', () => {
    const numbers = written(POOL, name).filter(isNumber);
    expect(numbers.length).toBeGreaterThan(4);
    for (const { text, size } of numbers) expect(size, text).toBeGreaterThanOrEqual(READABLE);
  });

  test('the curve of the loss gets a fair share of the height', () => {
    const boxes = vi.spyOn(context, 'strokeRect');
    written(TRAINING, name);
    const [, , width, height] = boxes.mock.calls[0];
    expect(height).toBeGreaterThan(0.25 * FRAMES[name].height);
    expect(width).toBeGreaterThan(200);
  });
});

test('where there is room all channels have their grids, on a phone the largest products stand below each other', () => {
  for (const name of ['embed', 'inspected', 'desk'] as const)
    expect(drawnIn(sceneFor(SUM), FRAMES[name]), name).toEqual({ figure: 'sum', shown: 3, all: 3 });
  expect(drawnIn(sceneFor(SUM), FRAMES.phone)).toMatchObject({ figure: 'sumLargest', all: 27 });
  expect(written(SUM, 'phone').map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/largest \d of 27 products/),
  );
});

test('where no number fits, the label does not promise any', () => {
  const tiny = { width: 110, height: 110 };
  expect(drawnIn(sceneFor(PIXELS), tiny)).toMatchObject({ figure: 'pixelsPlain' });
});
