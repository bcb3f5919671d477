import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ProductBlock } from '@/components/kinds/conv2d/ProductBlock';
import type { Term } from '@/lib/kinds/types';
import '@/app/tokens.css';
import '@/app/globals.css';

/** Long numbers: a sign, all decimals, and in larger kernels also more of them, for small values. */
const term = (at: number, columns: number): Term => {
  const scale = columns > 3 && at % 3 === 0 ? 1e-4 : 1;
  const [value, weight] = [0.87654321 * scale, -0.98765432];
  return { source: [at, 0, 0], value, weight, product: value * weight };
};

for (const columns of [3, 5, 7])
  test(`the numbers of a kernel with ${columns} columns stay within their cells, and the cells within the figure`, async () => {
    await page.viewport(900, 700);
    const terms = Array.from({ length: columns * columns }, (_, at) => term(at, columns));
    const { container } = await render(
      <div style={{ width: '19rem', font: '400 var(--size-label) / 1.5 var(--font-label)' }}>
        <ProductBlock
          name="grey"
          sides={columns}
          terms={terms}
          range={{ kind: 'diverging', low: -1, high: 1 }}
          tap={null}
          summed={false}
          onTap={() => {}}
          onOpen={() => {}}
        >
          <span />
        </ProductBlock>
      </div>,
    );
    const cells = [...container.querySelectorAll('li')];
    expect(cells).toHaveLength(terms.length);
    for (const cell of cells) {
      const { left, right } = cell.getBoundingClientRect();
      for (const text of cell.querySelectorAll('span')) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const written = range.getBoundingClientRect();
        expect(written.left).toBeGreaterThanOrEqual(left - 0.5);
        expect(written.right).toBeLessThanOrEqual(right + 0.5);
      }
    }
    const box = container.firstElementChild?.getBoundingClientRect();
    expect(container.querySelector('ol')?.getBoundingClientRect().right).toBeLessThanOrEqual(box?.right ?? 0);
  });
