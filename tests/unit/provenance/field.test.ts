import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import type { Layer } from '@/lib/kinds/types';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { fieldInside } from '@/lib/network/field';
import { pipelineOf, pixelsSeen, stageOf } from '@/lib/network/pipeline';
import { receptiveField } from '@/lib/provenance/field';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { cellAt, isMap, size } from '@/lib/tensor/tensor';
import { naiveForward } from '../support/naive';
import { anyPipeline, anySides } from '../support/networks';
import { randomWeights } from '../support/random-weights';
import { must } from '../support/result';

/** The smallest rectangle around pixels given as row * width + column. */
function around(pixels: ReadonlySet<number>, width: number) {
  const rows = [...pixels].map((at) => Math.floor(at / width));
  const columns = [...pixels].map((at) => at % width);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, height: Math.max(...rows) - row + 1, width: Math.max(...columns) - column + 1 };
}

test('the field of any value is the rectangle around the pixels it was computed from', () => {
  fc.assert(
    fc.property(anyPipeline, (pipeline) => {
      const { architecture, stages } = pipeline;
      const image = new Array<number>(size(architecture.input)).fill(1);
      const walked = naiveForward(architecture, randomWeights(pipeline, 0.5), image);
      stages.forEach((stage, number) => {
        walked[number].pixels.forEach((pixels, at) => {
          const field = receptiveField(pipeline, stage.id, cellAt(stage.output, at));
          // A value inside the padding depends on no pixel.
          if (pixels.size === 0) expect(must(field).height * must(field).width).toBe(0);
          else expect(must(field)).toEqual(around(pixels, architecture.input[1]));
        });
      });
    }),
    { numRuns: 60 },
  );
});

test('where the folded field of a stage lies inside the image, it equals the exact one unless a border cuts it', () => {
  fc.assert(
    fc.property(anyPipeline, (pipeline) => {
      const [height, width] = pipeline.architecture.input;
      for (const { id, output, receptiveField: folded } of pipeline.stages) {
        if (!folded || !isMap(output)) continue;
        for (let row = 0; row < output[0]; row++) {
          for (let column = 0; column < output[1]; column++) {
            const exact = must(receptiveField(pipeline, id, [row, column, 0]));
            if (exact.height * exact.width === 0) continue;
            const top = folded.start.row + row * folded.stride;
            const left = folded.start.column + column * folded.stride;
            // Padding between stages can only remove pixels.
            expect(exact.row).toBeGreaterThanOrEqual(Math.max(top, 0));
            expect(exact.row + exact.height).toBeLessThanOrEqual(Math.min(top + folded.height, height));
            expect(exact.column).toBeGreaterThanOrEqual(Math.max(left, 0));
            expect(exact.column + exact.width).toBeLessThanOrEqual(Math.min(left + folded.width, width));
          }
        }
      }
    }),
  );
});

test('without padding the folded field is the exact one, also where windows are not square', () => {
  const window = fc.record({
    sides: anySides(4),
    stride: fc.integer({ min: 1, max: 3 }),
    pools: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(window, { minLength: 1, maxLength: 3 }), (windows) => {
      const layers = windows.map(({ sides, stride, pools }, at): Layer => {
        const own = { id: `layer${at}`, stride, padding: 'valid' } as const;
        return pools
          ? { ...own, kind: 'maxPool', size: sides }
          : { ...own, kind: 'conv2d', filters: 1, kernel: sides, activation: 'linear' };
      });
      const built = buildPipeline({
        name: 'windows',
        input: [30, 26, 1],
        classes: ['one', 'other'],
        layers: [
          { id: 'input', kind: 'input' },
          ...layers,
          { id: 'flatten', kind: 'flatten' },
          { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
        ],
      });
      fc.pre(built.ok);
      const pipeline = must(built);
      for (const { id, output, receptiveField: folded } of pipeline.stages) {
        if (!isMap(output) || !folded) continue;
        const [row, column] = [output[0] - 1, Math.floor(output[1] / 2)];
        expect(must(receptiveField(pipeline, id, [row, column, 0]))).toEqual({
          row: row * folded.stride,
          column: column * folded.stride,
          height: folded.height,
          width: folded.width,
        });
      }
    }),
  );
});

test('in the reference network, which has no padding, folded and exact fields are the same', () => {
  for (const { id, output, receptiveField: folded } of referencePipeline.stages) {
    if (!isMap(output) || !folded) continue;
    const [row, column] = [output[0] - 1, Math.floor(output[1] / 2)];
    expect(must(receptiveField(referencePipeline, id, [row, column, 0]))).toEqual({
      row: row * folded.stride,
      column: column * folded.stride,
      height: folded.height,
      width: folded.width,
    });
  }
});

test('what a value depends on is never more than the image, and is what the middle of the maps sees', () => {
  const pipeline = pipelineOf(PHOTOGRAPHS.architecture);
  const seen = (id: string) => pixelsSeen(pipeline, stageOf(pipeline, id));
  expect(stageOf(pipeline, 'conv5').receptiveField).toMatchObject({ height: 46, width: 46 });
  expect(seen('conv5')).toEqual([32, 32]);
  expect(seen('conv1')).toEqual([3, 3]);
  expect(seen('output')).toBeNull();
  for (const stage of pipeline.stages) {
    const [height, width] = seen(stage.id) ?? [];
    if (height === undefined || width === undefined || !isMap(stage.output)) continue;
    const middle = [Math.floor(stage.output[0] / 2), Math.floor(stage.output[1] / 2), 0] as const;
    expect(must(receptiveField(pipeline, stage.id, middle))).toMatchObject({ height, width });
  }
});

test('a field that padding cuts at every place is stated as what is left of it', () => {
  // One window of 5 on an image of 4, of which a row of padding stands before and none behind.
  const field = { height: 5, width: 3, stride: 1, start: { row: -1, column: 0 } };
  expect(fieldInside(field, [1, 2, 1], [4, 4, 1])).toEqual([4, 3]);
  expect(fieldInside({ ...field, height: 3 }, [1, 2, 1], [4, 4, 1])).toEqual([2, 3]);
});

test('the last two rows and columns of the image never reach the prediction of the reference network', () => {
  // conv2 outputs 29 rows, of which pooling by 2 leaves out the last one.
  const whole = { row: 0, column: 0, height: 62, width: 62 };
  expect(must(receptiveField(referencePipeline, 'output', [0]))).toEqual(whole);
});
