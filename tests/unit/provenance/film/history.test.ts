import { describe, expect, it } from 'vitest';
import type { NetworkState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Subject } from '@/lib/network/subject';
import { type Evidence, historyOf } from '@/lib/provenance/film/history';
import { SHELF } from '@/lib/shelf/shelf';
import { openedSubject } from '@/lib/store/subject/opened-subject';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';
import { falling } from './support';

const [course] = SHELF;
const built = openedSubject('net-1', { architecture: course.architecture, weights: null });
const opened = openedSubject('net-2', { architecture: course.architecture, weights: {} });

const state = (origin: NetworkState['origin']): NetworkState => ({ origin, seed: 1, epoch: 0, step: 0 });
const labels = (count: number) => ({ training: Array.from({ length: count }, () => 0) });

const told = (
  subject: Subject,
  network: NetworkState | null,
  own: Evidence['own'] = null,
  {
    settings = {},
    replaced = false,
    ...training
  }: Partial<Omit<Evidence['training'], 'settings'>> & {
    readonly settings?: Partial<TrainingSettings>;
    readonly replaced?: boolean;
  } = {},
) =>
  historyOf({
    ...{ subject, network, own, replaced },
    training: {
      ...{ branched: false, over: true, begun: false },
      ...training,
      settings: { ...DEFAULT_SETTINGS, ...settings },
    },
  });
const run = (count: number) => ({ run: 'own', epochs: falling(count), labels: labels(900) });

describe('what is known of how a network came about', () => {
  it('of a shipped one: its run, whose epochs may still be loading', () => {
    const epochs = falling(11);
    const expected = { weights: 'trained', images: course.dataSet.counts.training };
    expect(told(course, null)).toEqual({ ...expected, run: { epochs: [], over: true, start: 'random' } });
    expect(told(course, state('shipped'), { run: 'shipped', epochs, labels: labels(0) })).toEqual({
      ...expected,
      run: { epochs, over: true, start: 'random' },
    });
  });

  it('of one that was reset, or built and not trained: that it was not', () => {
    for (const subject of [course, built])
      expect(told(subject, state('initial'))).toMatchObject({ weights: 'initial', run: null });
    // Until the engine has reported it.
    expect(told(built, null)).toMatchObject({ weights: 'opened', run: null });
  });

  it('of one from a file: nothing', () => {
    for (const network of [null, state('opened')])
      expect(told(opened, network)).toEqual({ weights: 'opened', run: null, images: 0 });
  });

  it('of one that is being trained: its own run, once that has an epoch', () => {
    const underway = { over: false, begun: true };
    expect(told(course, state('initial'), null, underway)).toMatchObject({ weights: 'trained', run: null });
    expect(told(course, state('trained'), run(1), underway)).toMatchObject({ weights: 'trained', run: null });
    expect(told(course, state('trained'), run(2), underway)).toMatchObject({
      ...{ weights: 'trained', images: 900 },
      run: { epochs: run(2).epochs, over: false, start: 'random' },
    });
    expect(told(course, state('trained'), run(2)).run?.over).toBe(true);
  });

  it('not of a run that the learner looks at instead', () => {
    const shipped = { run: 'shipped', epochs: falling(3), labels: labels(0) };
    expect(told(course, state('shipped'), shipped, { replaced: true })).toMatchObject({
      ...{ weights: 'trained', run: null },
    });
    expect(told(course, state('initial'), null, { replaced: true })).toMatchObject({
      ...{ weights: 'initial', run: null },
    });
  });

  it('that a run began with weights that were there already, and which of them no training is claimed of', () => {
    const trained = state('trained');
    expect(told(course, trained, run(3), { branched: true })).toMatchObject({
      ...{ weights: 'trained', run: { start: 'given' } },
    });
    for (const settings of [{ initialisation: 'opened' }, { frozen: ['conv1'] }] as const)
      expect(told(course, trained, run(3), { settings })).toMatchObject({
        ...{ weights: 'opened', run: { start: 'given' } },
      });
    expect(told(course, trained, run(3), { settings: { initialisation: 'zeros' } }).run?.start).toBe('given');
  });
});
