import { describe, expect, it } from 'vitest';
import { REFERENCE } from '@/lib/course/reference';
import type { RunLog } from '@/lib/network/run';
import { inFull } from '@/lib/network/settings';
import { readRunLog } from '@/lib/run/log';

const MORE = {
  learningRate: 0.001,
  norms: { conv1: { weight: 3.2, gradient: 0.4 }, dense: { weight: 20, gradient: null } },
  answers: { training: [0, 9, 3], heldOut: [1] },
};

const LOG: RunLog = {
  settings: { optimizer: 'adam', learningRate: 0.001, batchSize: 32, epochs: 2, seed: 1 },
  architecture: REFERENCE,
  dataSet: { id: 'emoji', training: 3, heldOut: 1 },
  backend: 'wasm',
  epochs: [
    {
      epoch: 0,
      loss: 2.31,
      accuracy: 0.1,
      heldOutLoss: 2.32,
      heldOutAccuracy: 0.1,
      milliseconds: 0,
      ...MORE,
    },
    {
      epoch: 1,
      loss: 2.01,
      accuracy: 0.25,
      heldOutLoss: 1.98,
      heldOutAccuracy: 0.3,
      milliseconds: 8000,
      ...MORE,
    },
  ],
  labels: { training: [0, 1, 3], heldOut: [1] },
};

const written = (log: unknown): unknown => JSON.parse(JSON.stringify(log));

describe('a run’s log', () => {
  it('is read back as it was written', () => {
    expect(readRunLog(written(LOG))).toEqual({ ok: true, value: LOG });
  });

  it('is read back with all further settings, and with the run it branched from', () => {
    const settings = inFull({ ...LOG.settings, schedule: 'cosine', shift: 3, images: 200, shuffle: false });
    const parent = {
      run: 'own',
      settings: LOG.settings,
      epoch: 1,
      exact: false,
      epochs: LOG.epochs,
    } as const;
    const fork: RunLog = { ...LOG, settings, parent };
    expect(readRunLog(written(fork))).toEqual({ ok: true, value: fork });
  });

  it('is read where it was recorded before data sets were', () => {
    const { dataSet, ...older } = LOG;
    expect(readRunLog(written(older))).toEqual({ ok: true, value: older });
  });

  it('is read where its settings were saved before images were called images', () => {
    const before = { ...LOG, settings: { ...LOG.settings, pictures: 200 } };
    expect(readRunLog(written(before))).toEqual({
      ok: true,
      value: { ...LOG, settings: { ...LOG.settings, images: 200 } },
    });
    expect(readRunLog(written({ ...before, settings: { ...LOG.settings, pictures: -1 } })).ok).toBe(false);
  });

  it.each([{ schedule: 'often' }, { dropout: 2 }, { shift: 1.5 }, { mirror: 'yes' }, { l2: -1 }])(
    'with the setting %j is refused',
    (odd) => {
      expect(readRunLog(written({ ...LOG, settings: { ...LOG.settings, ...odd } })).ok).toBe(false);
    },
  );

  it('keeps a loss that was not a number', () => {
    const [first, second] = LOG.epochs;
    const read = readRunLog(written({ ...LOG, epochs: [first, { ...second, loss: Number.NaN }] }));
    expect(read).toMatchObject({ ok: true, value: { epochs: [first, { loss: Number.NaN }] } });
  });

  it.each([
    ['nothing', null],
    ['no epochs', { ...LOG, epochs: [] }],
    ['epochs out of order', { ...LOG, epochs: [...LOG.epochs].reverse() }],
    ['an accuracy above 1', { ...LOG, epochs: [{ ...LOG.epochs[0], accuracy: 35 }] }],
    ['a data set without a name', { ...LOG, dataSet: { training: 3, heldOut: 1 } }],
    ['another backend', { ...LOG, backend: 'abacus' }],
    [
      'a layer of an unknown kind',
      { ...LOG, architecture: { ...REFERENCE, layers: [{ id: 'a', kind: 'b' }] } },
    ],
    ['a label that is not a class', { ...LOG, labels: { training: [-1], heldOut: [] } }],
    ['no settings', { ...LOG, settings: undefined }],
  ])('with %s is refused in one sentence', (_, log) => {
    const read = readRunLog(written(log));
    expect(read.ok).toBe(false);
    if (!read.ok) {
      expect(read.problem.sentence).toMatch(/^[^.]+\.$/);
      expect(read.problem.detail).toBeTruthy();
    }
  });
});
