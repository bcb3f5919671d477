import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import type { Pipeline } from '@/lib/network/pipeline';
import { pipelineOf } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import { filmOf } from '@/lib/provenance/film/at-time';
import type { FactText } from '@/lib/provenance/film/fact';
import { type FilmSubject, resolve, scriptFor } from '@/lib/provenance/film/resolve';
import type { Beat } from '@/lib/provenance/film/script';
import { must } from '@/lib/result';
import { readRunLog } from '@/lib/run/log';
import { SHELF } from '@/lib/shelf/shelf';
import { LANGUAGES } from '@/lib/site/languages';
import { filmAbout, readFilm } from '@/lib/site/walk/film';
import { anyPass } from '../../support/passes';

const [script] = await Promise.all(LANGUAGES.map((locale) => readFilm(locale)));

/** The numbers of a beat that are known. */
function numbersOf(beat: Beat, subject: FilmSubject): readonly (FactText & { readonly name: string })[] {
  return resolve(beat, subject)
    .sentences.flat()
    .flatMap((piece) =>
      typeof piece === 'string' || !piece.fact ? [] : [{ name: piece.name, ...piece.fact }],
    );
}

const subjectOf = (pipeline: Pipeline, epochs: readonly EpochRecord[] = []): FilmSubject => ({
  pipeline,
  trace: null,
  epochs,
  images: 1000,
  classWord: (id) => id,
});

const epochsOf = (folder: string): readonly EpochRecord[] =>
  must(readRunLog(JSON.parse(readFileSync(`public${folder}/log.json`, 'utf8')))).epochs;

/** The equations of a sentence, such as "3 × 3 × 3 × 32 + 32 = 896", as what stands on each side. */
function equationsIn(how: string): readonly (readonly [computed: number, said: number])[] {
  return [
    ...how.matchAll(/([\d,.()\s+−×÷]*[+−×÷][\d,.()\s+−×÷]*)(?: =|, rounded down:) ([\d,.]*\d)(\s?%)?/g),
  ].map(([whole, formula, said, percent]) => {
    const code = formula.replaceAll(',', '').replaceAll('×', '*').replaceAll('÷', '/').replaceAll('−', '-');
    const exact = Number(new Function(`return ${code}`)()) * (percent ? 100 : 1);
    return [whole.includes('rounded down') ? Math.floor(exact) : exact, Number(said.replaceAll(',', ''))];
  });
}

/** How each count of a network came about; those that are sums of named parts too. */
const expectRight = (how: string) => {
  for (const [computed, said] of equationsIn(how.replaceAll(/[a-z]\w* (?=\d)/gi, '')))
    expect(Math.abs(computed - said), how).toBeLessThan(0.051);
};

describe('how a count came about', () => {
  it('is said of every number that is none of the network’s values, and its arithmetic is right', () => {
    let equations = 0;
    for (const shelf of SHELF) {
      const epochs = epochsOf(shelf.shipped.folder);
      const subject = subjectOf(pipelineOf(shelf.architecture), epochs);
      for (const { beat } of filmAbout(script, shelf, epochs).beats)
        for (const { name, step, how } of numbersOf(beat, subject)) {
          if (name === 'stage') continue;
          expect(step !== null || (how ?? '') !== '', name).toBe(true);
          if (!how) continue;
          expectRight(how);
          equations += equationsIn(how).length;
        }
    }
    expect(equations).toBeGreaterThan(60);
  });

  it('of the course’s network is its shapes, kernels and windows', () => {
    const all = filmAbout(script, SHELF[0]).beats.flatMap(({ beat }) =>
      numbersOf(beat, subjectOf(referencePipeline)).map(({ text, how }) => `${text}: ${how}`),
    );
    for (const line of [
      '12,544: 14 × 14 × 64 = 12,544.',
      '896: 3 × 3 × 3 × 32 + 32 = 896: the weights, and one bias for each kernel or unit.',
      '1,605,760: 12,544 × 128 + 128 = 1,605,760: the weights, and one bias for each kernel or unit.',
      '27: 3 × 3 × 3 = 27: the height and the width of the window, and the channels that it reads.',
    ])
      expect(all).toContain(line);
    const about = (text: string) => all.filter((line) => line.startsWith(`${text}: `));
    expect(about('1,626,442').join()).toContain(
      'conv1 896 + conv2 18,496 + dense 1,605,760 + output 1,290 = 1,626,442',
    );
    expect(about('62').join()).toContain('64 − 3 + 1 = 62');
    expect(about('14').join()).toContain('(29 − 2) ÷ 2 + 1, rounded down: 14');
    expect(about('8 × 8').join()).toContain(
      'conv1: 1 + (3 − 1) × 1 = 3; pool1: 3 + (2 − 1) × 1 = 4; conv2: 4 + (3 − 1) × 2 = 8',
    );
  });

  it('of a run names how many of how many images, and the log', () => {
    const epochs = epochsOf(SHELF[0].shipped.folder);
    const numbers = filmAbout(script, SHELF[0], epochs).beats.flatMap(({ beat }) =>
      numbersOf(beat, subjectOf(referencePipeline, epochs)),
    );
    const rates = numbers.filter(({ name }) => name === 'accuracy' || name === 'validation');
    expect(rates.length).toBeGreaterThan(3);
    for (const { how, text } of rates) {
      expect(how).toMatch(/^[\d,]+ ÷ [\d,]+ = /);
      expect(how).toContain(`= ${text}: correct predictions among the`);
      expect(how).toContain('recorded in the log of the run');
    }
  });

  it('adds up on any network', () => {
    fc.assert(
      fc.property(anyPass, ({ pipeline }) => {
        const subject = subjectOf(pipeline);
        const history = { weights: 'opened', run: null, images: 5 } as const;
        for (const { beat } of filmOf(scriptFor(script, pipeline, history)).beats)
          for (const { how } of numbersOf(beat, subject)) if (how) expectRight(how);
      }),
      { numRuns: 40 },
    );
  });
});
