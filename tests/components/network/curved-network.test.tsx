/** What the page on what a network sees has for one whose values can't be split up exactly. */
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Methods } from '@/components/explore/see/Methods';
import { computed } from '@/components/explore/see/methods';
import { Supply } from '@/components/state/Supply';
import { COURSE } from '@/lib/course/subject';
import type { Layer } from '@/lib/kinds/types';
import { bill, gradientsTo } from '@/lib/provenance/bill';
import { must } from '@/lib/result';
import { DIGITS } from '@/lib/shelf/digits';
import { turnTo } from '@/lib/store/subject/subject';
import { tracedOf } from '../support/lesson-networks';

afterEach(() => turnTo(COURSE));

const BEND: Layer = { id: 'bend', kind: 'activation', activation: 'tanh' };
const { pipeline, trace } = tracedOf({
  ...DIGITS,
  architecture: { ...DIGITS.architecture, layers: DIGITS.architecture.layers.toSpliced(3, 0, BEND) },
});

test('its gradients are there, and what follows from them, without the exact contributions', async () => {
  expect(bill(pipeline, trace, trace.weights, 'output', [0]).ok).toBe(false);
  const gradients = must(gradientsTo(pipeline, trace, trace.weights, 'output', [0]));
  const panels = computed(pipeline, { gradients, bill: null }, trace);
  const found = panels.map(({ found }) => found !== null);
  // Saliency, no contributions, and Grad-CAM at both convolutions.
  expect(found).toEqual([true, false, true, true]);
});

test('the page says why the one is missing, and shows the others', async () => {
  turnTo(DIGITS);
  const { unmount } = await render(
    <Supply pipeline={pipeline} trace={{ ...trace, source: 'live', complete: true }}>
      <Methods />
    </Supply>,
  );
  await expect.element(page.getByText(/is not linear/)).toBeVisible();
  const saliency = page.getByRole('img', { name: /^Saliency/ });
  await vi.waitFor(() => {
    const canvas = saliency.element();
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas');
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    expect(new Set(data).size).toBeGreaterThan(10);
  });
  // Other networks than the course’s bend in other ways than by ReLU.
  expect(document.body.textContent).not.toMatch(/ReLU/);
  await unmount();
});
