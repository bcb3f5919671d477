import { expect, test } from 'vitest';
import type { RunName } from '@/lib/network/handle';
import type { EpochRecord } from '@/lib/network/run';
import {
  addOpened,
  chooseRun,
  dropOpened,
  type OpenedView,
  runsStore,
  setOwnRun,
  timelineOf,
} from '@/lib/store/runs/runs';
import { subjectStore } from '@/lib/store/subject/subject';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';

const run = (name: RunName, epochs = 0) => ({
  run: name,
  epochs: new Array<EpochRecord>(epochs),
  labels: { training: [], heldOut: [] },
});
const FILE: OpenedView = {
  run: 'file-1',
  file: 'a.run',
  log: {
    settings: DEFAULT_SETTINGS,
    architecture: subjectStore.getState().pipeline.architecture,
    epochs: [],
    backend: 'wasm',
    labels: { training: [], heldOut: [] },
  },
  resumable: false,
  unusable: null,
};
const timeline = () => timelineOf(runsStore.getState());

test('a chosen run stays while the network’s own run continues, and is replaced by it when closed', () => {
  setOwnRun(run('own', 1));
  expect(timeline()?.run).toBe('own');
  addOpened(FILE);
  const opened = run('file-1', 5);
  chooseRun(opened);
  setOwnRun(run('own', 2));
  expect(timeline()).toBe(opened);
  dropOpened('file-1');
  expect(timeline()).toEqual(run('own', 2));
  expect(runsStore.getState().opened).toEqual([]);
});

test('closing a run that is not the chosen one does not change the epochs on the timeline', () => {
  const chosen = run('file-2', 3);
  chooseRun(chosen);
  dropOpened('file-1');
  expect(timeline()).toBe(chosen);
  chooseRun(null);
  setOwnRun(null);
  expect(timeline()).toBeNull();
});
