import { expect, test } from 'vitest';
import { classWord } from '@/lib/course/class-names';
import { REFERENCE } from '@/lib/course/reference';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { stageOf } from '@/lib/network/pipeline';
import { PUZZLES, type PuzzleName } from '@/lib/quiz/puzzles/puzzles';
import { asMap, valueAt } from '@/lib/tensor/tensor';
import { passed } from '../support/passes';
import { must } from '../support/result';

/** The reference network's layers, on a smaller image and with fewer filters. */
const PIPELINE = must(
  buildPipeline({
    ...REFERENCE,
    input: [24, 24, 3],
    layers: REFERENCE.layers.map((layer) => {
      if (layer.kind === 'conv2d') return { ...layer, filters: 8 };
      return layer.kind === 'dense' && layer.activation === 'relu' ? { ...layer, units: 24 } : layer;
    }),
  }),
);
const { trace } = passed(PIPELINE, 0.4);
const valuesOf = (stage: string) => {
  const found = trace.stages.find((one) => one.stage === stage);
  if (!found) throw new Error(stage);
  return found;
};

function rightOf(name: PuzzleName, stage: string): string {
  const puzzle = PUZZLES[name]({ pipeline: PIPELINE, stage: stageOf(PIPELINE, stage), trace, classWord });
  if (!puzzle) throw new Error(`nothing to ask: ${name}`);
  const texts = puzzle.options.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThan(1);
  return texts[puzzle.right];
}

test('the winner of a window is the largest value of the whole stage below', () => {
  expect(rightOf('windowWinner', 'pool1')).toBe(formatNumber(Math.max(...valuesOf('conv1').values), 3));
});

test('of two kernels the one whose map adds up to more is stronger', () => {
  const { shape, values } = valuesOf('conv1');
  const [height, width, depth] = asMap(shape);
  const sums = Array.from({ length: depth }, (_, map) => {
    let sum = 0;
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) sum += valueAt({ shape, values }, [row, column, map]);
    return sum;
  });
  expect(rightOf('strongerKernel', 'conv1')).toContain(String(sums.indexOf(Math.max(...sums))));
});

test('silent maps and zeros are counted', () => {
  const { shape, values } = valuesOf('conv2');
  const depth = asMap(shape)[2];
  const silent = Array.from({ length: depth }, (_, map) =>
    [...values].every((value, at) => at % depth !== map || value <= 0),
  ).filter(Boolean);
  expect(rightOf('silentMaps', 'conv2')).toBe(String(silent.length));
  const flat = valuesOf('flatten').values;
  const zeros = flat.filter((value) => value === 0).length;
  expect(rightOf('zeroInputs', 'dense')).toBe(formatPercent(zeros / flat.length));
});

test('a byte is divided by 255, and the odds of the first class are the ratio of two probabilities', () => {
  const byte = [...valuesOf('input').values].find((value) => value > 255 / 4 && value < 255 / 2) ?? 0;
  expect(rightOf('oneByte', 'normalize')).toBe(formatNumber(byte / 255, 3));
  const [first, second] = [...valuesOf('output').values].sort((a, b) => b - a);
  expect(Number.parseFloat(rightOf('oddsOfFirst', 'output'))).toBeCloseTo(first / second, 1);
});

test('what stands beside a number of the vector is the next map at the same place', () => {
  const [height, width, depth] = asMap(valuesOf('pool2').shape);
  const place = rightOf('nextIndex', 'flatten').match(/\d+/g)?.map(Number) ?? [];
  const [row, column, map] = place;
  const before = ((row * width + column) * depth + map - 1) % (height * width * depth);
  expect(valuesOf('flatten').values[before]).toBe(valueAt(valuesOf('pool2'), [row, column, map - 1]));
});
