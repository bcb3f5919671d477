import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawMoment } from '@/components/trace/film/drawing/moment';
import { sceneOf } from '@/components/trace/film/drawing/scene';
import { Flights } from '@/components/trace/film/flying/flights';
import type { Layer } from '@/lib/kinds/types';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { filmOf } from '@/lib/provenance/film/at-time';
import { type FilmSubject, resolve, scriptFor } from '@/lib/provenance/film/resolve';
import type { Beat, FigureName } from '@/lib/provenance/film/script';
import { size } from '@/lib/tensor/tensor';
import { randomWeights } from '../../../unit/support/random-weights';
import { look } from './support';

const conv = (id: string, filters: number): Layer => ({
  id,
  kind: 'conv2d',
  filters,
  kernel: 3,
  stride: 1,
  padding: 'same',
  activation: 'relu',
});

function networkOf(side: number, between: readonly Layer[], last = 2): Pipeline {
  const built = buildPipeline({
    name: 'extreme',
    input: [side, side, 3],
    classes: Array.from({ length: last }, (_, at) => `class ${at}`),
    layers: [
      { id: 'input', kind: 'input' },
      ...between,
      { id: 'output', kind: 'dense', units: last, activation: 'softmax' },
    ],
  });
  if (!built.ok) throw new Error(built.problem.sentence);
  return built.value;
}

/** Values of the right shapes: what is drawn does not ask where they come from. */
function subjectOf(pipeline: Pipeline): FilmSubject {
  const trace: Trace = {
    stages: pipeline.stages.map(({ id, output }) => {
      const values = Float32Array.from({ length: size(output) }, (_, at) => ((at * 31) % 97) / 97);
      return { stage: id, shape: output, values, before: values };
    }),
    source: 'live',
    complete: true,
    weights: randomWeights(pipeline, 3),
    network: { origin: 'trained', seed: 1, epoch: 1, step: 1 },
    backend: 'cpu',
    milliseconds: 1,
  };
  return { pipeline, trace, epochs: [], images: 1, classWord: (name) => name };
}

/**
 * What the film may show of each kind of stage, but for sums, which these values are none of; what a network has nothing for
 * is left out.
 */
const SHOWN: Readonly<Record<string, readonly FigureName[]>> = {
  image: ['image', 'pixels', 'colours', 'shares'],
  'conv2d 1': ['field', 'slide', 'map', 'maps'],
  'conv2d 36': ['field', 'slide', 'map', 'maps'],
  'maxPool 1': ['pool', 'maps'],
  unrolled: ['unroll', 'units'],
  answer: ['answer', 'training'],
};
const BEATS = Object.entries(SHOWN).flatMap(([at, figures]) =>
  figures.map(
    (figure): Beat => ({
      ...{ figure, at },
      value: 'strongest',
      epochs: null,
      activation: null,
      sentences: ['{stage}'],
      seconds: 10,
    }),
  ),
);

const [WIDTH, HEIGHT] = [480, 270];
let flights: Flights | null = null;
afterEach(() => {
  flights?.end();
  flights = null;
  vi.restoreAllMocks();
});

/** Draws each beat of a network in its flight and after it; what was written there. */
function writtenBy(pipeline: Pipeline): { readonly beats: number; readonly texts: ReadonlySet<string> } {
  const subject = subjectOf(pipeline);
  const film = filmOf(
    scriptFor([{ title: 'One', beats: BEATS }], pipeline, { weights: 'opened', run: null, images: 0 }),
  );
  const by = new Flights(pipeline, () => undefined);
  flights = by;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws nothing');
  const written = vi.spyOn(context, 'fillText');
  const blank = canvas.toDataURL();
  for (const { beat, start } of film.beats) {
    const scene = sceneOf(subject, resolve(beat, subject));
    for (const later of [1, 9]) {
      const frame = { context, width: WIDTH, height: HEIGHT, ratio: 1, look };
      drawMoment(frame, { film, scene, flights: by, still: false }, start + later);
      expect(canvas.toDataURL(), `${beat.figure} of ${beat.at}`).not.toBe(blank);
    }
  }
  return { beats: film.beats.length, texts: new Set(written.mock.calls.map(([text]) => text)) };
}

describe('the film of a network', () => {
  it('of 3 stages', () => {
    const { beats } = writtenBy(networkOf(6, [{ id: 'flatten', kind: 'flatten' }]));
    expect(beats).toBeGreaterThan(5);
  });

  it('of 40 stages', () => {
    const layers = Array.from({ length: 37 }, (_, at) => conv(`conv${at + 1}`, 2));
    const pipeline = networkOf(6, [...layers, { id: 'flatten', kind: 'flatten' }]);
    expect(pipeline.stages).toHaveLength(40);
    const { beats, texts } = writtenBy(pipeline);
    expect(beats).toBeGreaterThan(10);
    expect([...texts]).toEqual(expect.arrayContaining([expect.stringContaining('conv36')]));
  });

  it('with 1,024 maps and 100,000 units says what it draws in part', () => {
    const { texts } = writtenBy(networkOf(10, [conv('wide', 1024), { id: 'flatten', kind: 'flatten' }]));
    const all = [...texts];
    expect(all).toContain('wide, 256 of 1,024 maps');
    expect(all).toContain('wide (256 of 1,024 maps)');
    expect(all).toContain('flatten (16,384 of 102,400 units)');
  });
});
