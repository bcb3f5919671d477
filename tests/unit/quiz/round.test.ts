import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE_ASKED } from '@/lib/course/subject';
import { bankOf } from '@/lib/quiz/bank';
import { checkOf, drawRound, LARGEST_SEED, nextSeed } from '@/lib/quiz/round';
import { readRound, writeRound } from '@/lib/store/learner/quiz';

const seed = fc.integer({ min: 1, max: LARGEST_SEED });
const COUNT = REFERENCE_FACTS.quizQuestions;
const bank = bankOf(COURSE_ASKED);

describe('a round', () => {
  it('asks three questions on different topics, with the right option at the position it states', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        const round = drawRound(COURSE_ASKED, seed, COUNT);
        expect(round).toHaveLength(COUNT);
        expect(new Set(round.map(({ topic }) => topic)).size).toBe(round.length);
        for (const { id, topic, options, right } of round) {
          expect(options).toHaveLength(4);
          expect(options[right]).toBeDefined();
          expect(bank.find((entry) => entry.id === id)?.topic).toBe(topic);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for the same seed', () => {
    expect(drawRound(COURSE_ASKED, 7, COUNT)).toEqual(drawRound(COURSE_ASKED, 7, COUNT));
    expect(drawRound(COURSE_ASKED, 7, COUNT)).not.toEqual(drawRound(COURSE_ASKED, 8, COUNT));
  });

  it('puts the right option at every position, about equally often', () => {
    const places = [0, 0, 0, 0];
    for (let seed = 1; seed <= 1000; seed++)
      for (const { right } of drawRound(COURSE_ASKED, seed * 37, COUNT)) places[right]++;
    const each = (1000 * COUNT) / 4;
    for (const count of places) expect(Math.abs(count - each) / each).toBeLessThan(0.15);
  });

  it('asks different questions next time, until nearly all are known', () => {
    const random = randomLcg(1);
    const seen: string[] = [];
    for (let turn = 0; turn < 8; turn++) {
      const round = drawRound(COURSE_ASKED, nextSeed(COURSE_ASKED, seen, COUNT, random), COUNT);
      for (const { id } of round) expect(seen).not.toContain(id);
      seen.push(...round.map(({ id }) => id));
    }
  });

  it('continues when everything was asked', () => {
    const all = bank.map(({ id }) => id);
    const seed = nextSeed(COURSE_ASKED, all, COUNT, randomLcg(2));
    expect(drawRound(COURSE_ASKED, seed, COUNT)).toHaveLength(COUNT);
  });
});

describe('the question of a lesson', () => {
  it.each(referencePipeline.stages.map(({ id }) => id))('exists for %s, and is always the same', (id) => {
    const check = checkOf(COURSE_ASKED, id);
    expect(check?.topic).toBe(id);
    expect(checkOf(COURSE_ASKED, id)).toEqual(check);
  });

  it('is a different one in each lesson', () => {
    const asked = referencePipeline.stages.map(({ id }) => checkOf(COURSE_ASKED, id)?.text);
    expect(new Set(asked.map((text) => text?.replaceAll(/\d/g, ''))).size).toBe(asked.length);
  });
});

describe('the round in the address', () => {
  it('is read as it was written, beside any other parameters', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        expect(readRound(writeRound('?picture=cat-1', seed))).toEqual({ seed, sentence: null });
        expect(writeRound('?picture=cat-1', seed)).toContain('picture=cat-1');
      }),
    );
  });

  it.each(['', 'abc', '-1', '0', '1e3', '1000000', '12.5'])('reports that “%s” makes no sense', (text) => {
    const read = readRound(`?round=${text}`);
    expect(read.seed).toBeNull();
    expect(read.sentence).toContain(text);
  });

  it('reports nothing where none is named', () => {
    expect(readRound('?picture=cat-1')).toEqual({ seed: null, sentence: null });
  });
});
