import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { WhatIf } from '@/components/explore/what-if/WhatIf';
import { Inspector } from '@/components/inspector/Inspector';
import { useLearner, useStageTrace } from '@/components/state/hooks';
import { TracedRoot } from '@/components/state/TracedRoot';
import { engineConnected } from '@/lib/store/engine/engine';
import { edit, whatIf } from '@/lib/store/explore/what-if';
import { learner } from '@/lib/store/learner/learner';
import { subjectStore } from '@/lib/store/subject/subject';
import { showImage, showPast, showPinned, showPresent, traceStore } from '@/lib/store/trace/trace';
import { passed } from '../../unit/support/passes';
import { plainEngine, plainTrace } from '../../unit/support/plain-engine';
import { trace as small } from '../support/small-network';
import '@/app/tokens.css';
import '@/app/globals.css';

// It is drawn at the size of the course's images.
vi.mock('@/components/images/ChosenImage', () => ({ ChosenImage: () => null }));
vi.mock('@/lib/course/reference', async (course) => ({
  ...(await course<object>()),
  referencePipeline: (await import('../support/small-network')).pipeline,
}));

const { pipeline } = subjectStore.getState();
const { architecture } = pipeline;
const pixels = Uint8Array.from({ length: 8 * 9 * 3 }, (_, at) => (at * 37) % 256);
const original = plainTrace({ architecture, weights: small.weights }, pixels);

/** Stands for the spine around the page: the sum of what a stage outputs. */
function Around() {
  const conv1 = useStageTrace('conv1');
  return <output>{conv1 ? [...conv1.values].reduce((sum, one) => sum + one, 0) : '…'}</output>;
}

/** The inspector as every page has it, but loaded at once. */
function Host() {
  const path = useLearner((state) => state.path);
  return path && <Inspector path={path} />;
}

/** The site with the page open, and a link away from it. */
function Site() {
  const [open, setOpen] = useState(true);
  return (
    <TracedRoot>
      <Around />
      {open ? <WhatIf /> : null}
      <Host />
      <button type="button" onClick={() => setOpen(false)}>
        leave
      </button>
    </TracedRoot>
  );
}

beforeEach(() => {
  engineConnected(plainEngine().engine);
  showImage({ id: 'cat-1', name: 'a cat', kind: 'sample', pixels });
  showPresent(original);
});
afterEach(() => {
  learner.getState().inspect(null);
  learner.getState().pin(null);
  showPinned(null);
  showPresent(null);
});

const sum = () => Number(document.querySelector('output')?.textContent);
const sumOf = ({ stages }: typeof original) => [...stages[2].values].reduce((all, one) => all + one, 0);
/** The first value of conv1 that its ReLU set to 0. */
const SILENT = original.stages[2].before?.findIndex((value) => value < -0.1) ?? 0;
const CELL = [Math.floor(SILENT / 28), Math.floor(SILENT / 4) % 7, SILENT % 4] as const;
const value = () =>
  page
    .getByRole('dialog')
    .getByText(/is [<>]?[−-]?[\d.]+$/)
    .first();

test('while the page is open, everything around it shows and explains the changed network; the stores keep the real one', async () => {
  await render(<Site />);
  await expect.poll(sum).toBe(sumOf(original));
  edit({ kind: 'linear', stage: 'conv1' });
  await expect.poll(() => whatIf.getState().changed?.pipeline === pipeline).toBe(false);
  const changed = whatIf.getState().changed?.trace ?? original;
  expect(sumOf(changed)).not.toBe(sumOf(original));
  await expect.poll(sum).toBe(sumOf(changed));
  expect(traceStore.getState()).toMatchObject({ past: null, pinned: null });
  expect(traceStore.getState().present).toBe(original);
  expect(subjectStore.getState().pipeline).toBe(pipeline);
  // With its ReLU the value would be 0.
  learner.getState().inspect([{ stage: 'conv1', cell: CELL }]);
  await expect.element(page.getByRole('heading', { name: /^conv1, row/ })).toBeVisible();
  await expect.element(value()).toHaveTextContent(/is [−-][\d.]+$/);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('a pinned epoch is explained in its own network, whatever is changed in the present one', async () => {
  learner.getState().pin(1);
  showPinned(original);
  await render(<Site />);
  edit({ kind: 'linear', stage: 'conv1' });
  await expect.poll(() => whatIf.getState().changed?.pipeline === pipeline).toBe(false);
  learner.getState().inspect([{ stage: 'conv1', cell: CELL }], 'pinned');
  await expect.element(value()).toHaveTextContent(/is 0\.$/);
});

test('leaving the page, or choosing another epoch, shows what the stores have', async () => {
  await render(<Site />);
  edit({ kind: 'linear', stage: 'conv1' });
  await expect.poll(sum).not.toBe(sumOf(original));
  (page.getByRole('button', { name: 'leave' }).element() as HTMLElement).click();
  await expect.poll(sum).toBe(sumOf(original));
  const past = plainTrace({ architecture, weights: passed(pipeline, 0.6).weights }, pixels);
  showPast(past);
  await expect.poll(sum).toBe(sumOf(past));
  expect(traceStore.getState().present).toBe(original);
  showPresent(original);
  await expect.poll(sum).toBe(sumOf(original));
});
