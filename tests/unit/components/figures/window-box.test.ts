import { expect, test } from 'vitest';
import { outputUnder, windowBox } from '@/components/figures/window-box';
import type { Conv2dLayer, MaxPoolLayer } from '@/lib/kinds/types';

const conv = (padding: 'valid' | 'same', stride = 1): Conv2dLayer => ({
  id: 'conv',
  kind: 'conv2d',
  filters: 4,
  kernel: 3,
  stride,
  padding,
  activation: 'relu',
});
const pool: MaxPoolLayer = { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' };

test('a window covers the cells its value is computed from, and padding outside the input', () => {
  expect(windowBox(conv('valid'), [8, 8, 3], { row: 2, column: 5 })).toEqual({
    row: 2,
    column: 5,
    height: 3,
    width: 3,
  });
  expect(windowBox(conv('same'), [8, 8, 3], { row: 0, column: 0 })).toMatchObject({ row: -1, column: -1 });
  expect(windowBox(pool, [9, 9, 4], { row: 3, column: 0 })).toMatchObject({ row: 6, column: 0, height: 2 });
});

test('a cell of the input leads to the value whose window is centred on it, where there is one', () => {
  const at = (row: number, column: number) =>
    outputUnder(conv('valid'), [8, 8, 3], [6, 6, 4], { row, column });
  expect(at(3, 4)).toEqual({ row: 2, column: 3 });
  expect(at(0, 7)).toEqual({ row: 0, column: 5 });
});

test('each cell under a pooling window leads to that window', () => {
  for (const [row, column] of [
    [4, 6],
    [4, 7],
    [5, 6],
    [5, 7],
  ]) {
    expect(outputUnder(pool, [9, 9, 4], [4, 4, 4], { row, column })).toEqual({ row: 2, column: 3 });
  }
  // The odd last row has no window, so the nearest one is chosen.
  expect(outputUnder(pool, [9, 9, 4], [4, 4, 4], { row: 8, column: 8 })).toEqual({ row: 3, column: 3 });
});
