import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULTS, SUSPICIONS, suspicionOf } from '@/lib/challenges/faults/suspicions';
import { caseOf } from '@/lib/course/faults/cases';
import { SIGNATURES } from '@/lib/course/faults/signatures';
import { REFERENCE } from '@/lib/course/reference';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { RunLog } from '@/lib/network/run';
import { differingSettings } from '@/lib/run/compare';
import { readSettings, settingsText } from '@/lib/run/settings';
import { must } from '../support/result';

const ON = { images: 1000, classes: 10, shape: [64, 64, 3] } as const;

describe('the cases', () => {
  it('contain each suspicion once in every nine, in different orders', () => {
    const rounds = [0, 9, 18, 27].map((before) =>
      SUSPICIONS.map((_, place) => suspicionOf(before + place + 1)),
    );
    for (const round of rounds) expect([...round].sort()).toEqual([...SUSPICIONS].sort());
    expect(new Set(rounds.map((round) => round.join())).size).toBe(rounds.length);
  });

  it('have settings that a run can begin with, on a network that can be built', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SUSPICIONS), fc.integer({ min: 1, max: 9999 }), (suspicion, seed) => {
        const { settings, architecture } = caseOf(suspicion, seed);
        expect(readSettings(settingsText(settings), ON)).toEqual({ settings, problems: {} });
        expect(must(buildPipeline(architecture)).parameters).toBe(must(buildPipeline(REFERENCE)).parameters);
      }),
    );
  });

  it('are each broken in a different way, and the healthy one in none', () => {
    const healthy = caseOf('none', 5);
    expect(healthy.architecture).toBe(REFERENCE);
    const ways = FAULTS.map((fault) => {
      const { settings, architecture } = caseOf(fault, 5);
      return [...differingSettings([healthy.settings, settings]), architecture.name].join();
    });
    expect(new Set([...ways, REFERENCE.name]).size).toBe(FAULTS.length + 1);
  });
});

describe('the signatures', () => {
  it('count a loss that is not a number as above every limit', () => {
    const step = { type: 'batch', epoch: 1, batches: 2, accuracy: 0, milliseconds: 1 } as const;
    const batches = [2, Number.NaN].map((loss, at) => ({ ...step, loss, batch: at + 1, step: at + 1 }));
    const log: RunLog = {
      settings: caseOf('rate', 1).settings,
      architecture: REFERENCE,
      epochs: [],
      backend: 'wasm',
      labels: { training: [], heldOut: [] },
    };
    expect(SIGNATURES.rate.measure({ log, batches, stages: [] })).toBe(Number.POSITIVE_INFINITY);
  });
});
