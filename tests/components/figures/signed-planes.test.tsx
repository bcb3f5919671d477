import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { MethodPanel } from '@/components/explore/see/MethodPanel';
import { figureSvg } from '@/lib/site/figure/figure-svg';
import '@/app/tokens.css';
import '@/app/globals.css';

const found = { values: Float32Array.of(0, 0, -1, 1), height: 2, width: 2, note: 'adds up to 0' };

const show = (kind: 'sequential' | 'diverging') =>
  render(
    <figure aria-label="Contributions">
      <ul className="panels">
        <MethodPanel name="Contributions" meaning="what it adds" caveat="nothing" kind={kind} found={found} />
      </ul>
    </figure>,
  );

const plane = () => page.getByRole('img', { name: /^Contributions/ }).element();
const bar = () => page.getByRole('listitem').element().querySelector('[style*=gradient]');
const filterOf = (element: Element | null) => element && getComputedStyle(element).filter;

beforeEach(() => {
  document.documentElement.dataset.theme = 'dark';
});
afterEach(() => {
  delete document.documentElement.dataset.theme;
});

test('in the dark, zero of signed values is dark, in the plane as in its legend', async () => {
  await show('diverging');
  await expect.poll(() => filterOf(plane())).toContain('invert');
  expect(filterOf(bar())).toBe(filterOf(plane()));
  // The words of the legend keep their colours.
  expect(filterOf(page.getByText('adds up to 0').element())).toBe('none');
});

test('in the dark, the frame of a plane that is still to be computed is as dark as the page', async () => {
  await render(
    <ul>
      <MethodPanel
        name="Contributions"
        meaning="what it adds"
        caveat="nothing"
        kind="diverging"
        found={null}
      />
    </ul>,
  );
  expect(filterOf(plane())).toBe('none');
});

test('in the light, and of values without a sign, nothing is turned', async () => {
  await show('sequential');
  expect([filterOf(plane()), filterOf(bar())]).toEqual(['none', 'none']);
  document.documentElement.dataset.theme = 'light';
  expect(filterOf(plane())).toBe('none');
});

test('a saved figure has the colours of the page', async () => {
  await show('diverging');
  const figure = page.getByRole('figure').element();
  const saved = figureSvg(figure);
  expect(saved.querySelector('image')?.getAttribute('style')).toContain('invert');
  expect(saved.querySelector('rect[fill^=url]')?.getAttribute('style')).toContain('invert');
});
