import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { formatNumber } from '@/lib/format/format';
import { pipelineOf } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { filmOf } from '@/lib/provenance/film/at-time';
import { FACTS } from '@/lib/provenance/film/facts';
import type { History } from '@/lib/provenance/film/history';
import { parseChapter } from '@/lib/provenance/film/parse';
import { stageNamed } from '@/lib/provenance/film/places';
import { type FilmSubject, fits, resolve, scriptFor, textOf } from '@/lib/provenance/film/resolve';
import { namesIn } from '@/lib/provenance/film/script';
import { SHELF } from '@/lib/shelf/shelf';
import { LANGUAGES } from '@/lib/site/languages';
import { filmAbout, readFilm, shippedHistory } from '@/lib/site/walk/film';
import { valueAt } from '@/lib/tensor/tensor';
import { anyPass } from '../../support/passes';

const [english, german] = await Promise.all(LANGUAGES.map((locale) => readFilm(locale)));
const beats = english.flatMap((chapter) => chapter.beats);
const shipped = shippedHistory(SHELF[0]);
const unknown: History = { weights: 'opened', run: null, images: 0 };

describe('the script', () => {
  it('has seven chapters, each beat of which the course’s network can show where no condition forbids it', () => {
    expect(english).toHaveLength(7);
    const always = beats.filter(({ at, when }) => !when && !at.startsWith('globalAveragePool'));
    expect(always.length).toBeGreaterThan(35);
    expect(always.filter((beat) => !fits(beat, referencePipeline, shipped))).toEqual([]);
  });

  it('names only numbers that there are', () => {
    const names = [english, german].flatMap((script) =>
      script.flatMap((chapter) => chapter.beats.flatMap(({ sentences }) => sentences.flatMap(namesIn))),
    );
    expect(names.filter((name) => !(name in FACTS))).toEqual([]);
  });

  it('is the same in German: figures, stages, values, and the numbers of each beat', () => {
    const shape = (script: typeof english) =>
      script.map((chapter) =>
        chapter.beats.map(({ figure, at, value, epochs, activation, when, seconds, sentences }) => ({
          ...{ figure, at, value, epochs, activation, when, seconds },
          names: [...new Set(sentences.flatMap(namesIn))].toSorted(),
        })),
      );
    expect(shape(german)).toEqual(shape(english));
  });

  it('calls maps bright and dark only where none of their values lie below 0, and names the two colours elsewhere', () => {
    const said = SHELF.map((shelf) => {
      const told = filmAbout(english, shelf).beats.flatMap(({ beat }) => beat.sentences.join(' '));
      return [/bright where/, /green where/].map((words) => told.filter((text) => words.test(text)).length);
    });
    const signed = SHELF.map(({ architecture }) => {
      const first = architecture.layers.find((layer) => layer.kind === 'conv2d');
      return first?.activation === 'linear';
    });
    expect(said).toEqual(signed.map((both) => (both ? [0, 1] : [1, 0])));
    expect(signed).toContain(true);
  });

  it('leaves out what a network has not: training without a run, and layers', () => {
    const without = filmOf(scriptFor(english, referencePipeline, unknown));
    expect(without.beats.some(({ beat }) => beat.epochs !== null)).toBe(false);
    for (const shelf of SHELF) {
      const pipeline = pipelineOf(shelf.architecture);
      const film = filmAbout(english, shelf);
      expect(film.beats.length).toBeGreaterThan(20);
      for (const { beat } of film.beats) expect(stageNamed(pipeline, beat.at)).not.toBeNull();
    }
  });
});

test('a text that says something unknown is refused with its file', () => {
  const text = (attributes: string) => `---\ntitle: One\n---\n\n<Beat ${attributes}>\nOne.\n</Beat>\n`;
  expect(parseChapter(text('figure="image"'), 'a.mdx').beats[0].sentences).toEqual(['One.']);
  for (const attributes of ['figure="nothing"', 'figure="image" value="best"', 'figure="image" of="x"'])
    expect(() => parseChapter(text(attributes), 'a.mdx')).toThrow(/^a\.mdx: /);
  for (const when of ['moon full', 'weights', 'weights good', 'weights trained, run'])
    expect(() => parseChapter(text(`figure="image" when="${when}"`), 'a.mdx')).toThrow(/no condition/);
  expect(() => parseChapter(text('figure="training" epochs="0 2"'), 'a.mdx')).toThrow(/shares of a run/);
  expect(() => parseChapter('One.', 'a.mdx')).toThrow(/no title/);
});

test('on any network each beat that is subject has its value, and says the numbers of the trace', () => {
  fc.assert(
    fc.property(anyPass, ({ pipeline, weights, trace: { stages } }) => {
      const trace: Trace = {
        source: 'recorded',
        complete: true,
        stages,
        weights,
        network: { origin: 'opened', seed: 0, epoch: 0, step: 0 },
        backend: 'cpu',
        milliseconds: 0,
      };
      const subject: FilmSubject = { pipeline, trace, epochs: [], images: 10, classWord: (id) => id };
      for (const { beat } of filmOf(scriptFor(english, pipeline, unknown)).beats) {
        const { step, stage, sentences } = resolve(beat, subject);
        // A path may end in the padding, before the image.
        if (beat.value === 'source' && !step) continue;
        expect(step !== null).toBe(beat.value !== null);
        expect(sentences.map((pieces) => textOf(pieces, '???')).join(' ')).not.toContain('???');
        for (const piece of sentences.flat()) {
          if (typeof piece === 'string' || piece.name !== 'value') continue;
          const traced = stages.find((one) => one.stage === stage.id);
          expect(traced && step && piece.fact?.text).toBe(
            traced && step && formatNumber(valueAt(traced, step.cell)),
          );
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('while the trace is loading, a beat says what is known of the network, and nothing else', () => {
  const subject: FilmSubject = {
    pipeline: referencePipeline,
    trace: null,
    epochs: [],
    images: 1000,
    classWord: (id) => id,
  };
  const all = filmAbout(english, SHELF[0]).beats.map(({ beat }) => resolve(beat, subject));
  expect(all.every(({ step }) => step === null)).toBe(true);
  const known = all.flatMap(({ sentences }) => sentences.flat()).filter((piece) => typeof piece !== 'string');
  expect(known.find(({ name }) => name === 'weights')?.fact?.text).toBe('1,626,442');
  expect(known.find(({ name }) => name === 'value')?.fact).toBeNull();
});
