import { beforeEach, describe, expect, it } from 'vitest';
import { setTraining } from '@/lib/store/network/conversation';
import { hear } from '@/lib/store/network/hear';
import { DEFAULT_SETTINGS, network, type TrainingPhase } from '@/lib/store/network/network';
import { session } from '@/lib/store/network/session';
import { notices } from '@/lib/store/page/notices';

const problem = { sentence: 'The engine is gone.' };

beforeEach(() => {
  setTraining({ phase: 'idle', problem: null });
  network.setState({ phase: 'starting', problem: null });
  notices.setState({ notices: [] });
});

it.each(['preparing', 'running', 'paused'] satisfies TrainingPhase[])(
  'a run that is %s when the engine goes for good is over, and the sentence stands where the run is',
  (phase) => {
    setTraining({ phase });
    hear({ type: 'failed', problem });
    expect(network.getState().training).toMatchObject({ phase: 'failed', problem });
  },
);

it.each(['idle', 'finished', 'stopped'] satisfies TrainingPhase[])('a run that is %s stays so', (phase) => {
  setTraining({ phase });
  hear({ type: 'failed', problem });
  expect(network.getState().training.phase).toBe(phase);
});

const COMMANDS = {
  train: () => session.train(DEFAULT_SETTINGS),
  stepOnce: () => session.stepOnce(DEFAULT_SETTINGS),
  epochOnce: () => session.epochOnce(DEFAULT_SETTINGS),
  resume: () => session.resume(),
  pause: () => session.pause(),
  stop: () => session.stop(),
  reset: () => session.reset(3),
  showShipped: () => session.showShipped(),
};

describe.each(Object.entries(COMMANDS))('%s, before there is an engine', (_, command) => {
  it('changes nothing, and says so', async () => {
    const before = network.getState();
    await command();
    expect(network.getState()).toEqual(before);
    expect(notices.getState().notices.map(({ sentence }) => sentence)).toEqual([
      'The engine is still starting. Try again in a moment.',
    ]);
  });

  it('says why where it can’t be had at all', async () => {
    hear({ type: 'failed', problem });
    notices.setState({ notices: [] });
    await command();
    expect(notices.getState().notices.map(({ sentence }) => sentence)).toEqual([problem.sentence]);
  });
});
