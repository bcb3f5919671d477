import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { pipelineOf } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import { filmOf } from '@/lib/provenance/film/at-time';
import type { History } from '@/lib/provenance/film/history';
import { resolve, scriptFor, textOf } from '@/lib/provenance/film/resolve';
import { must } from '@/lib/result';
import { readRunLog } from '@/lib/run/log';
import { SHELF } from '@/lib/shelf/shelf';
import { LANGUAGES } from '@/lib/site/languages';
import { readFilm } from '@/lib/site/walk/film';
import { epochsWith, falling } from './support';

const scripts = await Promise.all(LANGUAGES.map((locale) => readFilm(locale)));
const [english, german] = scripts;

const ofRun = (epochs: readonly EpochRecord[], over = true): History => ({
  weights: 'trained',
  run: { epochs, over, start: 'random' },
  images: 1000,
});

/** The texts of the beats that are told of a network; a value that only a trace has is missing in them. */
function textsOf(script: typeof english, history: History, pipeline = referencePipeline) {
  const epochs = history.run?.epochs ?? [];
  const subject = { pipeline, trace: null, epochs, images: history.images, classWord: (id: string) => id };
  return filmOf(scriptFor(script, pipeline, history)).beats.map(({ beat }) => ({
    beat,
    text: resolve(beat, subject)
      .sentences.map((pieces) => textOf(pieces, '…'))
      .join(' '),
  }));
}

/** What is only true of a network whose training is known. */
const CLAIMS =
  /found in training, from|(?:and|;) training has shaped|came about in training, because|training images|has learned something is|wurden im Training|geformt hat sie|im Training entstanden|Trainingsbilder|etwas gelernt hat, ist/;

describe('the film about a network', () => {
  const trained = ofRun(falling(11));
  it('that is not trained, or came from a file, claims no training and has a chapter less of a run', () => {
    for (const script of scripts) {
      expect(textsOf(script, trained).filter(({ text }) => CLAIMS.test(text)).length).toBeGreaterThan(6);
      for (const weights of ['initial', 'opened'] as const)
        for (const images of [0, 1000]) {
          const told = textsOf(script, { weights, run: null, images });
          expect(told.filter(({ beat, text }) => beat.epochs !== null || CLAIMS.test(text))).toEqual([]);
        }
    }
  });

  it('says of one that is not trained that it is not, and of no other', () => {
    const NOT = [/has not been trained/, /Dieses Netz ist nicht trainiert/];
    for (const [at, script] of scripts.entries()) {
      const says = (history: History) => textsOf(script, history).some(({ text }) => NOT[at].test(text));
      expect(says({ weights: 'initial', run: null, images: 1000 })).toBe(true);
      expect(says({ weights: 'opened', run: null, images: 0 })).toBe(false);
      expect(says(trained)).toBe(false);
    }
  });

  it('counts no training images where their number is not known', () => {
    for (const script of scripts)
      for (const weights of ['trained', 'initial', 'opened'] as const)
        for (const { text } of textsOf(script, { weights, run: null, images: 0 }))
          expect(text).not.toMatch(/\b0 (training images|Trainingsbilder|images|Bilder)/);
  });

  it('with grey images speaks of one number for each pixel, and of no single thing in the plural', () => {
    const pipeline = pipelineOf(SHELF[2].architecture);
    const texts = [...textsOf(english, trained, pipeline), ...textsOf(german, trained, pipeline)];
    const all = texts.map(({ text }) => text);
    expect(all.filter((text) => /\b1 (channels|Kanälen|numbers|Zahlen)/.test(text))).toEqual([]);
    expect(all.filter((text) => /nothing but a number|nichts als eine Zahl/.test(text))).toHaveLength(2);
    expect(textsOf(english, trained).some(({ text }) => text.includes('nothing but a number'))).toBe(false);
  });
});

/** The words for the direction, in each language. */
const FELL = /the loss has fallen from|der Verlust von [\d.,]+ auf [\d.,]+ gefallen/;
const ROSE = /the loss has risen from|der Verlust von [\d.,]+ auf [\d.,]+ gestiegen/;
const VALIDATION = /the validation images, measured|den Validierungsbildern, gemessen/;

/** What the film says of the first epoch's loss. */
function firstEpoch(script: typeof english, epochs: readonly EpochRecord[]): string {
  const told = textsOf(script, ofRun(epochs)).filter(
    ({ beat }) => beat.epochs?.[0] === 0 && beat.epochs[1] > 0,
  );
  expect(told).toHaveLength(1);
  return told[0].text;
}

describe('the loss after the first epoch', () => {
  it('has fallen or risen as the run has it, and why it can rise is said with the run’s own numbers', () => {
    for (const script of scripts) {
      expect(firstEpoch(script, falling(11))).toMatch(FELL);
      const recovered = firstEpoch(
        script,
        epochsWith([
          [2.89, 2.88],
          [3.03, 1.93],
          [1.5, 1.4],
        ]),
      );
      expect(recovered).toMatch(ROSE);
      expect(recovered).toMatch(VALIDATION);
      for (const number of [/2[.,]88/, /1[.,]93/]) expect(recovered).toMatch(number);
      const rose = firstEpoch(
        script,
        epochsWith([
          [2, 2],
          [3, 3],
          [4, 4],
        ]),
      );
      expect(rose).toMatch(ROSE);
      expect(rose).not.toMatch(VALIDATION);
      // Small losses are said with more digits.
      expect(
        firstEpoch(
          script,
          epochsWith([
            [0.014, 1],
            [0.012, 1],
          ]),
        ),
      ).toMatch(FELL);
      // Two numbers that look the same, and those that are still loading.
      for (const epochs of [
        epochsWith([
          [2.001, 2],
          [2.004, 2],
          [2.004, 2],
        ]),
        [],
      ]) {
        const even = firstEpoch(script, epochs);
        expect(even).not.toMatch(FELL);
        expect(even).not.toMatch(ROSE);
      }
    }
  });

  it('of the networks that come with the site is told as their logs have it', () => {
    for (const { shipped } of SHELF) {
      const log = JSON.parse(readFileSync(`public${shipped.folder}/log.json`, 'utf8'));
      const { epochs } = must(readRunLog(log));
      const change = epochs[1].loss - epochs[0].loss;
      for (const script of scripts) expect(firstEpoch(script, epochs)).toMatch(change < 0 ? FELL : ROSE);
    }
  });
});

describe('a short run', () => {
  it('is told without an epoch that stands still, and ends with its last', () => {
    for (const count of [2, 3, 4, 5, 11, 30]) {
      const epochs = falling(count);
      const told = textsOf(english, ofRun(epochs)).map(({ text }) => text);
      expect(told.filter((text) => text.startsWith('In epoch 0 the loss'))).toEqual([]);
      expect(told.filter((text) => text.startsWith('In epoch'))).toHaveLength(1);
      const ends = told.filter((text) => text.startsWith('The run ends with epoch'));
      expect(ends).toEqual([expect.stringContaining(`epoch ${count - 1},`)]);
      const between = told.filter((text) => text.startsWith('By epoch'));
      expect(between).toHaveLength(count > 3 ? 1 : 0);
    }
  });

  it('that is not over does not end', () => {
    for (const [script, so] of [
      [english, 'So far the run has come to epoch 2'],
      [german, 'Bisher ist der Lauf bei Epoche 2'],
    ] as const) {
      const told = textsOf(script, ofRun(falling(3), false)).map(({ text }) => text);
      expect(told.some((text) => text.startsWith(so))).toBe(true);
      expect(told.some((text) => /The run ends|Der Lauf endet/.test(text))).toBe(false);
    }
  });
});
