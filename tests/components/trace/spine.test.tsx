import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { Spine } from '@/components/spine/Spine';
import { COURSE } from '@/lib/course/subject';
import type { Architecture } from '@/lib/network/architecture';
import { turnTo } from '@/lib/store/subject/subject';
import '@/app/tokens.css';
import '@/app/globals.css';

vi.mock('next/navigation', () => ({ usePathname: () => '/space/' }));

/** Eighteen stages with shapes of eight signs. */
const LONG: Architecture = {
  name: 'long',
  input: [32, 32, 3],
  classes: ['cat', 'dog'],
  layers: [
    { id: 'input', kind: 'input' },
    ...Array.from({ length: 15 }, (_, at) => ({
      id: `conv${at + 1}`,
      kind: 'conv2d' as const,
      filters: 32,
      kernel: 3,
      stride: 1,
      padding: 'same' as const,
      activation: 'relu' as const,
    })),
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};

afterEach(() => turnTo(COURSE));

test.each([960, 700])('on a strip of %d pixels the shapes of a long network stand apart', async (width) => {
  turnTo({ ...COURSE, id: 'long', architecture: LONG });
  await render(
    <div style={{ width }}>
      <Spine />
    </div>,
  );
  const shapes = [...document.querySelectorAll('[data-stages] li .number')];
  expect(shapes).toHaveLength(18);
  const boxes = shapes.map((shape) => {
    const range = document.createRange();
    range.selectNodeContents(shape);
    return range.getBoundingClientRect();
  });
  // As much room as a sign is wide.
  for (let at = 1; at < boxes.length; at++)
    expect(boxes[at].left - boxes[at - 1].right, `before stage ${at + 1}`).toBeGreaterThan(5);
});
