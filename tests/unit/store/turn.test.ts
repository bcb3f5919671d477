import { describe, expect, test } from 'vitest';
import { learner } from '@/lib/store/learner/learner';
import { notices } from '@/lib/store/page/notices';
import { runsStore, setOwnRun } from '@/lib/store/runs/runs';
import { followNetwork } from '@/lib/store/session/turn';
import { subjectStore } from '@/lib/store/subject/subject';
import { showImage, traceStore } from '@/lib/store/trace/trace';
import { followRun, trainingStore } from '@/lib/store/training/training';

const { chooseNetwork } = learner.getState();
const shown = () => subjectStore.getState().subject.id;

describe('turning to another network', () => {
  test('shows that one, and nothing that belonged to the one before', async () => {
    learner.getState().restore({ stage: 'conv2', channel: 3, cell: [1, 2, 3], epoch: 4, pinned: 2 });
    showImage({ id: 'cat-1', kind: 'sample', name: 'cat', pixels: new Uint8Array(64 * 64 * 3) });
    setOwnRun({ run: 'shipped', epochs: [], labels: { training: [], heldOut: [] } });
    followRun({
      type: 'batch',
      epoch: 1,
      batch: 1,
      batches: 9,
      step: 1,
      loss: 2,
      accuracy: 0,
      milliseconds: 1,
    });
    chooseNetwork('digits');
    expect(await followNetwork()).toBe(true);
    expect(shown()).toBe('digits');
    expect(subjectStore.getState().pipeline.architecture.input).toEqual([28, 28, 1]);
    expect(subjectStore.getState().network).toBeNull();
    expect(traceStore.getState()).toEqual({ image: null, present: null, past: null, pinned: null });
    expect(runsStore.getState()).toEqual({ own: null, chosen: null, opened: [] });
    expect(trainingStore.getState()).toMatchObject({ phase: 'idle', batches: [], epochs: [], labels: null });
    const { network, stage, channel, cell, epoch, pinned } = learner.getState();
    expect({ network, stage, channel, cell, epoch, pinned }).toEqual({
      network: 'digits',
      stage: null,
      channel: null,
      cell: null,
      epoch: null,
      pinned: null,
    });
  });

  test('that is shown already changes nothing', async () => {
    chooseNetwork('digits');
    await followNetwork();
    learner.getState().openStage('conv1');
    chooseNetwork('digits');
    expect(await followNetwork()).toBe(false);
    expect(learner.getState().stage).toBe('conv1');
  });

  test('that does not exist is reported in a sentence, and the one before stays', async () => {
    chooseNetwork('digits');
    await followNetwork();
    learner.getState().restore({ network: 'no-such-net' });
    expect(await followNetwork()).toBe(false);
    expect(shown()).toBe('digits');
    expect(learner.getState().network).toBe('digits');
    expect(JSON.stringify(notices.getState())).toContain('no-such-net');
  });

  test('ends with the last one chosen, however quickly they follow each other', async () => {
    chooseNetwork('photographs');
    const first = followNetwork();
    chooseNetwork('digits');
    const second = followNetwork();
    expect([await first, await second].filter(Boolean).length).toBeLessThanOrEqual(1);
    expect(shown()).toBe('digits');
    chooseNetwork(null);
    await followNetwork();
    expect(shown()).toBe('drawings');
  });

  test('to the one that every visit begins with, by its id, is no choice that an address names', async () => {
    chooseNetwork('digits');
    await followNetwork();
    chooseNetwork('drawings');
    expect(learner.getState().network).toBeNull();
    await followNetwork();
    expect(shown()).toBe('drawings');
  });
});
