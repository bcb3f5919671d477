import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RECORDED } from '@/lib/course/claims/recorded';
import { COURSE } from '@/lib/course/subject';
import { type HeldOutPoint, heldOutNoise, lowest, runFactsOf } from '@/lib/run/curve';
import { observe } from '@/lib/run/observations';

const points: readonly HeldOutPoint[] = JSON.parse(readFileSync('public/model/log.json', 'utf8')).epochs;
const facts = runFactsOf(COURSE.dataSet.classes.length, COURSE.dataSet.counts);
const observed = observe(points, facts);
const turned = observed.filter(({ rule }) => rule === 'heldOutTurns' || rule === 'heldOutRising');

describe('what is observed of the shipped run', () => {
  it('counts the drawings of its validation images', () => {
    expect(facts.independent).toEqual({
      heldOut: RECORDED.sets.heldOut.originals,
      test: RECORDED.sets.test.originals,
    });
  });

  it('calls no accuracy higher or lower than another that chance explains', () => {
    const best = lowest(points, (point) => point.heldOutLoss);
    expect(turned.length).toBeGreaterThan(0);
    for (const { epoch, sentence } of turned) {
      const now = points.find((point) => point.epoch === epoch);
      if (!now || !best) throw new Error('no such epoch');
      const change = Math.abs(now.heldOutAccuracy - best.heldOutAccuracy);
      const clear = change >= heldOutNoise(now.heldOutAccuracy, facts);
      expect(/clearly (higher|lower)/.test(sentence)).toBe(clear);
      expect(/not changed by more than chance/.test(sentence)).toBe(!clear);
    }
  });

  it('says overconfidence only where the fitted loss did not rise with the loss', () => {
    const { values } = RECORDED;
    expect(turned.some(({ sentence }) => sentence.includes('overconfidence'))).toBe(true);
    expect(values.lastLoss).toBeGreaterThan(values.lowestLoss);
    expect(values.lastLossFitted).toBeLessThan(values.lowestLossFitted);
  });
});
