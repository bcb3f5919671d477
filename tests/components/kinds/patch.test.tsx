import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Patch } from '@/components/kinds/conv2d/Patch';
import { rangeOf } from '@/lib/format/colour-maps';
import type { Term } from '@/lib/kinds/types';
import '@/app/tokens.css';
import '@/app/globals.css';

const terms: readonly Term[] = Array.from({ length: 9 }, (_, at) => ({
  source: [Math.floor(at / 3), at % 3, 0],
  value: 1.234,
  weight: -0.125,
  product: -0.15425,
  padded: false,
}));

const show = (width: number) =>
  render(
    <div style={{ width }}>
      <Patch
        terms={terms}
        maps={[3, 3, 1]}
        columns={3}
        range={rangeOf(Float32Array.of(2))}
        channel={0}
        pointed={null}
        nameOf={() => 'map 0'}
        onChannel={() => {}}
        onPoint={() => {}}
        onFollow={() => {}}
      />
    </div>,
  );

const topOf = (word: string) => page.getByText(word, { exact: true }).element().getBoundingClientRect().top;

// As wide as the inspector beside a window of 1440, 1280 and 1024 pixels, and on a phone.
for (const width of [470, 420, 400, 345])
  test(`values, kernel and products are on one line in ${width} pixels`, async () => {
    await show(width);
    const tops = ['values', 'kernel', 'products'].map(topOf);
    expect(new Set(tops.map(Math.round)).size).toBe(1);
    // A number is not wider than its cell.
    for (const cell of page.getByTitle('1.234', { exact: true }).elements())
      expect(cell.scrollWidth).toBeLessThanOrEqual(cell.clientWidth);
  });

test('where the line breaks, the sign goes with what follows it', async () => {
  await show(240);
  const equals = page.getByText('=', { exact: true }).element().getBoundingClientRect();
  const products = page.getByText('products', { exact: true }).element().parentElement;
  const { top, bottom } = products?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  expect(equals.top).toBeGreaterThan(top);
  expect(equals.bottom).toBeLessThanOrEqual(bottom);
  expect(topOf('products')).toBeGreaterThan(topOf('values') + 20);
});
