import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Inspector } from '@/components/inspector/Inspector';
import { useLearner } from '@/components/state/hooks';
import { Supply } from '@/components/state/Supply';
import type { InputImage } from '@/lib/data/input-image';
import type { Trace } from '@/lib/network/trace';
import { learner } from '@/lib/store/learner/learner';
import { showImage, showPresent } from '@/lib/store/trace/trace';
import { kernelOf } from '../unit/support/parameters';
import { passed } from '../unit/support/passes';
import { pipeline, trace } from './support/small-network';
import '@/app/tokens.css';
import '@/app/globals.css';

const imageOf = (id: string): InputImage => ({
  id,
  name: `Sample ${id}`,
  kind: 'sample',
  pixels: new Uint8Array(64 * 64 * 3),
});

beforeEach(() => {
  showImage(imageOf('one'));
  showPresent(trace);
});
afterEach(() => {
  learner.getState().inspect(null);
  showPresent(null);
});

/** The inspector as every page has it, but loaded at once, and with a small network. */
function Host() {
  const path = useLearner((state) => state.path);
  return (
    path && (
      <Supply pipeline={pipeline}>
        <Inspector path={path} />
      </Supply>
    )
  );
}

const showing = async (stage: string, ...cell: number[]) => {
  learner.getState().inspect([{ stage, cell: cell.length === 1 ? [cell[0]] : [cell[0], cell[1], cell[2]] }]);
  await render(<Host />);
};
const heading = () => page.getByRole('heading', { level: 2 });

test('weights that are not numbers are reported in a sentence, with the last stage that can be viewed', async () => {
  const nothing = (values: Float32Array) => new Float32Array(values.length).fill(Number.NaN);
  const broken: Trace = {
    ...trace,
    weights: {
      ...trace.weights,
      conv1: {
        ...trace.weights.conv1,
        kernel: { ...kernelOf(trace.weights.conv1), values: nothing(kernelOf(trace.weights.conv1).values) },
      },
    },
    stages: trace.stages.map((one, at) =>
      at < 2 ? one : { ...one, values: nothing(one.values), before: one.before && nothing(one.before) },
    ),
  };
  showPresent(broken);
  await showing('output', 0);
  await expect.element(page.getByRole('alert')).toHaveTextContent('is not a finite number');
  await page.getByRole('button', { name: /^Go to normalize/ }).click();
  await expect.element(heading()).toHaveTextContent(/^normalize, row/);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('the numbers of an open explanation follow a change of image, and it says so', async () => {
  await showing('conv1', 1, 2, 0);
  await expect.element(heading()).toHaveTextContent('conv1, row 1, column 2, map 0');
  const whole = page.getByRole('group', { name: 'The whole sum' });
  const before = whole.element().textContent;
  showImage(imageOf('two'));
  showPresent({ ...trace, stages: passed(pipeline, 0.6, trace.weights).trace.stages });
  await expect
    .element(page.getByText('The image was changed: these are now the numbers of Sample two'))
    .toBeVisible();
  await expect.poll(() => whole.element().textContent).not.toBe(before);
  await expect.element(heading()).toHaveTextContent('conv1, row 1, column 2, map 0');
});

test('a path is readable as plain sentences', async () => {
  await showing('output', 0);
  await page.getByRole('list', { name: 'What the value was made of' }).getByRole('button').first().click();
  const path = page.getByRole('navigation', { name: 'The way taken' }).getByRole('button');
  await expect.element(path.first()).toHaveAccessibleName(/^The probability of cat is [<>]?[\d.]+%\.$/);
  await expect.element(path.nth(1)).toHaveAccessibleName(/^It reads unit \d of dense, which is [\d.]+\.$/);
  await path.first().click();
  await expect.element(heading()).toHaveTextContent('output, cat');
});

test('the keys move through the list and one opens a term; groups open and close', async () => {
  await showing('conv1', 1, 2, 0);
  const list = page.getByRole('list', { name: 'What the value was made of' });
  await expect.element(heading()).toHaveFocus();
  const group = list.getByRole('listitem').first().getByRole('button');
  await expect.element(group).toHaveAttribute('aria-expanded', 'true');
  (group.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(group).toHaveAttribute('aria-expanded', 'false');
  await userEvent.keyboard('{Enter}{ArrowDown}');
  await expect.element(list.getByRole('listitem').nth(1).getByRole('button')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(heading()).toHaveTextContent(/^normalize, row/);
});
