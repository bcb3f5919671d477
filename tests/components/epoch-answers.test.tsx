import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ClassAccuracies } from '@/components/training/epochs/ClassAccuracies';
import { EpochAnswers } from '@/components/training/epochs/EpochAnswers';
import type { ClassOfEach, EpochRecord } from '@/lib/network/run';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';

/** Of a network that comes without its training images, nothing is recorded of them. */
const labels: ClassOfEach = { training: [], heldOut: [0, 1, 1] };
const record: EpochRecord = {
  epoch: 1,
  loss: 1,
  accuracy: 0.5,
  heldOutLoss: 1,
  heldOutAccuracy: 0.5,
  milliseconds: 1,
  learningRate: 0.001,
  norms: {},
  answers: { training: [], heldOut: [0, 1, 0] },
};

test('what was not recorded of a set is neither offered nor shown as a number', async () => {
  await render(
    <>
      <EpochAnswers record={record} before={null} labels={labels} settings={DEFAULT_SETTINGS} />
      <ClassAccuracies epochs={[record]} epoch={1} labels={labels} />
    </>,
  );
  const choice = page.getByRole('group', { name: 'Which images' }).getByRole('radio');
  expect(choice.elements()).toHaveLength(1);
  expect(document.body.textContent).not.toMatch(/not a number|training images/);
  const headings = page.getByRole('columnheader').elements();
  expect(headings.map(({ textContent }) => textContent)).not.toContain('training');
});
