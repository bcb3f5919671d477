import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { LineChart } from '@/components/charts/LineChart';
import { epochLines } from '@/components/training/train/lines';
import '@/app/tokens.css';
import '@/app/globals.css';

const NAMES = ['training', 'validation', 'test'];

/** Three curves that end at the same height, where the room between their ends is least. */
const lines = epochLines(
  [0, 1, 2, 3].map((epoch) => ({
    epoch,
    ...{ loss: 2, heldOutLoss: 2.01, testLoss: 2.02 },
    ...{ accuracy: 0.1, heldOutAccuracy: 0.1, testAccuracy: 0.1 },
  })),
  'loss',
);

const Chart = ({ width }: { width: number }) => (
  <div style={{ width, ['--chart-height' as string]: '7rem' }}>
    <LineChart
      title="Loss"
      lines={lines}
      x={{ label: 'epoch', domain: [0, 3] }}
      y={{ domain: [0, 2.5] }}
      cursor={null}
      reach={null}
      onCursor={() => {}}
      readout=""
    />
  </div>
);

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
/** A line of text is a little higher than its letters. */
const EMPTY = 2;
const meets = (one: Box, other: Box) =>
  one.left < other.right - EMPTY &&
  other.left < one.right - EMPTY &&
  one.top < other.bottom - EMPTY &&
  other.top < one.bottom - EMPTY;

/** The boxes of the lines' names, wherever they stand. */
const names = () =>
  [...document.querySelectorAll<Element>('figure text, figure li')]
    .filter(({ textContent }) => NAMES.includes(textContent ?? ''))
    .map((element) => element.getBoundingClientRect());

for (const width of [120, 140, 170, 239, 240, 560])
  test(`the names of the lines are there and clear of lines and each other, ${width} pixels wide`, async () => {
    await render(<Chart width={width} />);
    await expect
      .poll(() => document.querySelector('figure svg')?.getAttribute('viewBox'))
      .toMatch(`0 0 ${width} `);
    const boxes = names();
    expect(boxes).toHaveLength(NAMES.length);
    const figure = document.querySelector('figure')?.getBoundingClientRect();
    const drawn = [...document.querySelectorAll('figure div path, figure div circle')];
    for (const [at, box] of boxes.entries()) {
      expect(box.left).toBeGreaterThanOrEqual((figure?.left ?? 0) - 1);
      expect(box.right).toBeLessThanOrEqual((figure?.right ?? 0) + 1);
      for (const other of boxes.slice(at + 1)) expect(meets(box, other)).toBe(false);
      for (const line of drawn) expect(meets(box, line.getBoundingClientRect())).toBe(false);
    }
  });
