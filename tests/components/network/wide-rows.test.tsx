import { afterEach, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { PipelineStrip } from '@/components/spine/PipelineStrip';
import { Supply } from '@/components/state/Supply';
import { WeightPicker } from '@/components/weights/WeightPicker';
import { COURSE } from '@/lib/course/subject';
import type { Subject } from '@/lib/network/subject';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { turnTo } from '@/lib/store/subject/subject';
import { tracedOf } from '../support/lesson-networks';
import '@/app/tokens.css';
import '@/app/globals.css';

const IDS = PHOTOGRAPHS.architecture.layers.map(({ id }) => id);

beforeAll(() => page.viewport(1280, 700));
afterEach(() => turnTo(COURSE));

const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
const hint = page.getByText('Scrolls sideways');

function Choice({ count }: { count: number }) {
  const options = IDS.slice(0, count).map((id) => ({ value: id, words: id }));
  return (
    <div style={{ marginBlockStart: '3rem', width: '22rem' }}>
      <ChoiceField label="Layer" options={options} chosen="conv1" onChoose={() => {}} />
    </div>
  );
}

test('a choice among many layers scrolls in its row and says so, and a short one doesn’t', async () => {
  const { container, rerender } = await render(<Choice count={3} />);
  const row = page.getByRole('group', { name: 'Layer' });
  const ends = () => row.element().getBoundingClientRect().right;
  const room = (container.firstElementChild ?? container).getBoundingClientRect().right;
  await expect.element(row).toBeVisible();
  expect(ends()).toBeLessThan(room);
  await expect.element(hint).not.toBeInTheDocument();
  await rerender(<Choice key="long" count={IDS.length} />);
  await expect.element(hint).toBeVisible();
  expect(ends()).toBeLessThanOrEqual(room);
  expect(row.element().scrollWidth).toBeGreaterThan(row.element().clientWidth);
});

test.each(['grid', 'flex'])(
  'the choice of a weight in a long network is no wider than the %s around it',
  async (display) => {
    turnTo(PHOTOGRAPHS);
    const { container } = await render(
      <Supply {...tracedOf(PHOTOGRAPHS)}>
        <div style={{ display, width: '22rem' }}>
          <WeightPicker
            choice={{ stage: 'conv1', part: 'kernel', index: [0, 0, 0, 0] }}
            onChoose={() => {}}
          />
        </div>
      </Supply>,
    );
    await expect.element(hint).toBeVisible();
    const room = container.firstElementChild?.getBoundingClientRect().right;
    for (const part of page.getByRole('group').elements())
      expect(part.getBoundingClientRect().right).toBeLessThanOrEqual(room ?? 0);
  },
);

/** The strip of the home page with a made-up image in a network. */
const strip = (subject: Subject) => {
  turnTo(subject);
  return render(
    <Supply {...tracedOf(subject)}>
      <PipelineStrip />
    </Supply>,
  );
};

test('a pipeline with more stages than fit scrolls by itself, and no name runs into the next', async () => {
  await strip(PHOTOGRAPHS);
  await expect.element(hint).toBeVisible();
  expect(sideways()).toBeLessThanOrEqual(0);
  const names = page.getByRole('listitem').getByRole('link').elements();
  expect(names).toHaveLength(IDS.length);
  for (const [at, { textContent, lastElementChild }] of names.entries()) {
    const next = names[at + 1]?.getBoundingClientRect().left ?? Number.POSITIVE_INFINITY;
    const name = lastElementChild?.previousElementSibling;
    expect(name?.getBoundingClientRect().right, textContent).toBeLessThan(next);
  }
});

test.each([
  [PHOTOGRAPHS, /In maps without values below 0, dark is zero/],
  [DIGITS, /In each map, dark is zero/],
] as const)('the strip of $id says what its colours mean', async (subject, words) => {
  await strip(subject);
  await expect.element(page.getByText(words)).toBeVisible();
});
