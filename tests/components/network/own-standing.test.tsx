/** What the line of the network says of weights that a learner has trained, whole and where there is little room. */
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import OwnStanding from '@/components/shell/network/OwnStanding';
import { StateLine } from '@/components/training/train/StateLine';
import { COURSE } from '@/lib/course/subject';
import type { EpochRecord } from '@/lib/network/run';
import { PRESETS } from '@/lib/shelf/presets';
import { clearRuns, setOwnRun } from '@/lib/store/runs/runs';
import { openedSubject } from '@/lib/store/subject/opened-subject';
import { setNetwork, turnTo } from '@/lib/store/subject/subject';

afterEach(() => {
  clearRuns();
  turnTo(COURSE);
});

const none = { training: [], heldOut: [] };
const record: EpochRecord = {
  epoch: 3,
  loss: 1,
  accuracy: 0.7,
  heldOutLoss: 1,
  heldOutAccuracy: 0.65,
  milliseconds: 0,
  learningRate: 0.001,
  norms: {},
  answers: none,
};

async function said(last: EpochRecord): Promise<readonly (string | null)[]> {
  setNetwork({ origin: 'trained', seed: 1, epoch: 3, step: 96 });
  setOwnRun({ run: 'own', epochs: [last], labels: none });
  const { container } = await render(<OwnStanding />);
  return [...container.querySelectorAll('p > span')].map((one) => one.textContent);
}

test('of the course’s network it says how well it does, and which images it was trained on', async () => {
  expect(await said({ ...record, testAccuracy: 0.55 })).toEqual([
    'with the weights that you trained; 55.0% of test images right; trained on emoji',
    'emoji, 55.0% right',
  ]);
});

test('without test images it says that it was measured on others', async () => {
  expect(await said(record)).toEqual([
    'with the weights that you trained; 65.0% of validation images right; trained on emoji',
    '65.0% of validation images right',
  ]);
});

test('of a network of one’s own it names no images of the shelf', async () => {
  turnTo(openedSubject('net-00000000', { architecture: PRESETS.lenet, weights: null }));
  expect(await said({ ...record, testAccuracy: 0.55 })).toEqual([
    'with the weights that you trained; 55.0% of test images right',
    '55.0% of test images right',
  ]);
});

test.each([
  [undefined, 'your data set'],
  ['Pets', '“Pets”'],
])('of a network that was made for a data set it says whose that is: %s', async (site, whose) => {
  const { architecture } = COURSE;
  const { classes } = architecture;
  const network = { origin: 'opened', seed: 1, epoch: 0, step: 0 } as const;
  turnTo(
    openedSubject('site-pets', {
      architecture,
      weights: {},
      own: {
        set: 'set-00000001',
        seed: 1,
        count: 40,
        counts: { training: 28, heldOut: 4, test: 8 },
        first: { id: 'image-1', label: classes[0] },
        ...(site && { site }),
      },
    }),
  );
  setNetwork(network);
  const { container } = await render(<OwnStanding />);
  expect(container.querySelector('p > span')?.textContent).toBe(`made for ${whose}, not trained on it yet`);
  const line = await render(
    <StateLine phase="paused" network={network} undoable={false} onShipped={() => {}} onUndo={() => {}} />,
  );
  expect(line.container.textContent?.trim()).toBe(
    `Every page shows the network that was made for ${whose}, before it is trained.`,
  );
});
