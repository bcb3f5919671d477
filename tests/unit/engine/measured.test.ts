import { describe, expect, it } from 'vitest';
import { type Measured, shorter } from '@/lib/engine/backends/measure';

const measured = (single: number, batch?: number, multiplyAdds = 600): Measured => ({
  single,
  batch,
  multiplyAdds,
  probabilities: Float32Array.of(single),
});

describe('two measurements of a backend', () => {
  it('the shorter times count, each by itself', () => {
    expect(shorter(measured(3, 12), measured(2, 14))).toEqual({ ...measured(2, 12) });
    expect(shorter(measured(2, 12), measured(3, 8))).toMatchObject({ single: 2, batch: 8 });
  });

  it('a batch that was measured once counts', () => {
    expect(shorter(measured(3, 12), measured(2))).toMatchObject({ single: 2, batch: 12 });
    expect(shorter(measured(3), measured(2)).batch).toBeUndefined();
  });

  it('times of another network are not compared', () => {
    expect(shorter(measured(1, 2, 100), measured(3, 12))).toEqual(measured(3, 12));
  });
});
