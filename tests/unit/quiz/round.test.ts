import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE_ASKED } from '@/lib/course/subject';
import { bankOf } from '@/lib/quiz/bank';
import { asksMeaning } from '@/lib/quiz/meaning';
import { checkOf, drawRound, LARGEST_SEED, nextSeed } from '@/lib/quiz/round';
import { readRound, writeRound } from '@/lib/store/learner/quiz';

const seed = fc.integer({ min: 1, max: LARGEST_SEED });
const COUNT = REFERENCE_FACTS.quizQuestions;
const bank = bankOf(COURSE_ASKED);

describe('a round', () => {
  it('asks three questions on different topics, at least half for meaning, with the right option at the position it states', () => {
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
        const meaning = round.filter(({ options }) => asksMeaning(options)).length;
        expect(meaning).toBeGreaterThanOrEqual(COUNT / 2);
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

describe('what a question asks for', () => {
  const options = (...texts: readonly string[]) => texts.map((text) => ({ text, because: '' }));

  it('is a result where options differ in numbers alone, also in the plural', () => {
    expect(asksMeaning(options('896', '864', '1,000', '0.5'))).toBe(false);
    expect(asksMeaning(options('62 × 62 × 32', '64 × 64 × 32', '31 × 31 × 32', '62 × 62 × 3'))).toBe(false);
    expect(asksMeaning(options('1 step', '3 steps', '20 steps', '0 steps'))).toBe(false);
    expect(
      asksMeaning(options('row 1, column 2', 'row 2, column 1', 'row 0, column 0', 'row 1, column 1')),
    ).toBe(false);
  });

  it('is meaning where they differ in words', () => {
    expect(
      asksMeaning(options('1/4 of it to each', 'All of it to the largest', 'Nothing', 'All of it')),
    ).toBe(true);
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
