import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paddingAround, paddingOf, slideOver, windowCount, windowOn } from '@/lib/kinds/parts/sliding';
import { isMap, size } from '@/lib/tensor/tensor';
import { naiveForward } from '../support/naive';
import { anyPipeline } from '../support/networks';
import { randomWeights } from '../support/random-weights';

const sliding = fc.record({
  size: fc.integer({ min: 1, max: 7 }),
  stride: fc.integer({ min: 1, max: 5 }),
  padding: fc.constantFrom('valid' as const, 'same' as const),
});

describe('windows on an axis', () => {
  test('without padding there are as many as fit inside it', () => {
    fc.assert(
      fc.property(sliding, fc.integer({ min: 1, max: 40 }), (windows, length) => {
        fc.pre(windows.size <= length);
        let walked = 0;
        for (let at = 0; at + windows.size <= length; at += windows.stride) walked++;
        expect(windowCount({ ...windows, padding: 'valid' }, length)).toBe(walked);
      }),
    );
  });

  test('with padding there is one for each stride, all on the axis, and the padding is as even as possible', () => {
    fc.assert(
      fc.property(sliding, fc.integer({ min: 1, max: 40 }), (windows, length) => {
        const same = { ...windows, padding: 'same' as const };
        let walked = 0;
        for (let at = 0; at < length; at += windows.stride) walked++;
        expect(windowCount(same, length)).toBe(walked);
        const { before } = windowOn(same, length, 'height');
        const end = (walked - 1) * windows.stride - before + windows.size;
        const after = Math.max(end - length, 0);
        expect(before < windows.size && after < windows.size).toBe(true);
        if (before > 0) expect([before, before + 1]).toContain(after);
      }),
    );
  });
});

test('each axis has its own side', () => {
  const length = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(sliding, sliding, length, length, (rows, { size: across }, height, width) => {
      const { size: down, stride, padding } = rows;
      const windows = { size: [down, across], stride, padding } as const;
      const columns = { size: across, stride, padding };
      expect(slideOver(windows, [height, width, 1])).toEqual([
        windowCount(rows, height),
        windowCount(columns, width),
      ]);
      expect(windowOn(windows, height, 'height')).toEqual(windowOn(rows, height, 'height'));
      expect(windowOn(windows, width, 'width')).toEqual(windowOn(columns, width, 'width'));
      expect(paddingAround(windows, [height, width])).toEqual({
        rows: paddingOf(rows, height),
        columns: paddingOf(columns, width),
      });
    }),
  );
});

describe('small random networks', () => {
  test('shapes and values match a plain forward pass', () => {
    fc.assert(
      fc.property(anyPipeline, (pipeline) => {
        const image = Array.from({ length: size(pipeline.architecture.input) }, (_, at) => at % 256);
        const walked = naiveForward(pipeline.architecture, randomWeights(pipeline, 1), image);
        expect(pipeline.stages.map(({ output }) => output)).toEqual(walked.map(({ shape }) => shape));
      }),
      { numRuns: 60 },
    );
  });

  test('parameters and multiply-adds match a count one by one', () => {
    fc.assert(
      fc.property(anyPipeline, (pipeline) => {
        for (const { layer, input, output, parameters, multiplyAdds } of pipeline.stages) {
          let weights = 0;
          let products = 0;
          if (layer.kind === 'conv2d' && isMap(input) && isMap(output)) {
            for (let filter = 0; filter < layer.filters; filter++) {
              const [high, wide] = [layer.kernel].flat();
              const one = high * (wide ?? high) * input[2];
              weights += layer.bias === false ? one : one + 1;
              for (let row = 0; row < output[0]; row++) products += output[1] * one;
            }
          }
          if (layer.kind === 'dense') {
            for (let unit = 0; unit < layer.units; unit++) {
              weights += layer.bias === false ? input[0] : input[0] + 1;
              products += input[0];
            }
          }
          if (layer.kind === 'batchNormalization') {
            const channels = input[input.length - 1] ?? 0;
            for (let channel = 0; channel < channels; channel++) weights += 4;
            products = size(input);
          }
          expect([parameters, multiplyAdds]).toEqual([weights, products]);
        }
        const sum = pipeline.stages.reduce((all, { parameters }) => all + parameters, 0);
        expect(pipeline.parameters).toBe(sum);
      }),
    );
  });

  test('each stage takes what the one before it outputs', () => {
    fc.assert(
      fc.property(anyPipeline, ({ stages, architecture }) => {
        stages.forEach((stage, at) => {
          expect(stage.number).toBe(at + 1);
          expect(stage.input).toEqual(at === 0 ? architecture.input : stages[at - 1].output);
        });
      }),
    );
  });
});
