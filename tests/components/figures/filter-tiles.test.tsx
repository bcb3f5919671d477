import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Supply } from '@/components/state/Supply';
import { FilterTiles } from '@/components/training/train/network/FilterTiles';
import { stageOf } from '@/lib/network/pipeline';
import { SHELF } from '@/lib/shelf/shelf';
import { tracedOf } from '../support/lesson-networks';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {} }) }));
afterEach(() => vi.restoreAllMocks());

test.each(SHELF)('the words on the filters of $id have as many channels as its images', async (subject) => {
  const { pipeline, trace } = tracedOf(subject);
  await render(
    <Supply pipeline={pipeline} trace={trace}>
      <FilterTiles
        stage={stageOf(pipeline, 'conv1')}
        now={trace.weights.conv1}
        start={trace.weights.conv1}
        moment="now"
      />
    </Supply>,
  );
  const grey = subject.architecture.input[2] === 1;
  const words = page.getByText(
    grey ? /A tile is a filter/ : /three tiles are its weights on red, green and blue/,
  );
  await expect.element(words).toBeVisible();
  expect(/red, green/.test(document.body.textContent ?? '')).toBe(!grey);
});
