import { describe, expect, it } from 'vitest';
import type { EpochHandle } from '@/lib/network/handle';
import type { Trace } from '@/lib/network/trace';
import { RecentTraces } from '@/lib/store/trace/recent-traces';

const cat = new Uint8Array(3);
const ship = new Uint8Array(3);
const at = (epoch: number, run: EpochHandle['run'] = 'shipped'): EpochHandle => ({ run, epoch });
const trace = (step: number): Trace => ({
  stages: [],
  source: 'live',
  complete: true,
  weights: {},
  network: { origin: 'shipped', seed: 1, epoch: 0, step },
  backend: 'wasm',
  milliseconds: 1,
});

describe('the recent traces', () => {
  it('returns what was kept, for this image, run and epoch alone', () => {
    const recent = new RecentTraces(3);
    const kept = trace(1);
    recent.keep(cat, at(2), kept);
    expect(recent.find(cat, at(2))).toBe(kept);
    expect(recent.find(cat, at(3))).toBeNull();
    expect(recent.find(cat, at(2, 'own'))).toBeNull();
    expect(recent.find(ship, at(2))).toBeNull();
  });

  it('drops the one that was viewed longest ago', () => {
    const recent = new RecentTraces(2);
    recent.keep(cat, at(0), trace(0));
    recent.keep(cat, at(1), trace(1));
    recent.find(cat, at(0));
    recent.keep(cat, at(2), trace(2));
    expect(recent.find(cat, at(1))).toBeNull();
    expect(recent.find(cat, at(0))?.network.step).toBe(0);
  });

  it('holds traces of one image only, and none after it is cleared', () => {
    const recent = new RecentTraces(4);
    recent.keep(cat, at(0), trace(0));
    recent.keep(ship, at(0), trace(1));
    expect(recent.find(cat, at(0))).toBeNull();
    recent.forget();
    expect(recent.find(ship, at(0))).toBeNull();
  });
});
