import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readSafetensors } from '@/lib/checkpoint/safetensors';
import { readWeights } from '@/lib/checkpoint/weights';
import { CLASS_NAMES } from '@/lib/course/class-names';
import { CLASSES } from '@/lib/course/reference';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { SUBJECT_ID, UNNAMED_SUBJECT } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { readRunLog } from '@/lib/run/log';
import { unpackWeights } from '@/lib/run/packed';
import { DIGITS } from '@/lib/shelf/digits';
import { figuresSchema } from '@/lib/shelf/figures';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { SHELF } from '@/lib/shelf/shelf';

const file = (...path: string[]) => join('public', 'model', ...path);
const read = (...path: string[]) => new Uint8Array(readFileSync(file(...path)));

/** What is shipped of each, and what it may come to. */
const SHIPPED = [
  { subject: PHOTOGRAPHS, parameters: 271_082, weights: 1.5e6, all: 10e6, accuracy: 0.8, test: 10_000 },
  { subject: DIGITS, parameters: 81_382, weights: 300e3, all: 2e6, accuracy: 0.99, test: 3000 },
];

it('the course’s network stands first, and no two have the same name', () => {
  expect(SHELF[0].id).toBe(UNNAMED_SUBJECT);
  expect(new Set(SHELF.map(({ id }) => id)).size).toBe(SHELF.length);
  for (const { id, architecture, dataSet } of SHELF) {
    expect(id).toMatch(SUBJECT_ID);
    expect(architecture.classes).toEqual(dataSet.classes);
    expect(architecture.input).toEqual(dataSet.shape);
    expect(Object.keys(dataSet.names).sort()).toEqual([...dataSet.classes].sort());
    expect(dataSet.classes).toContain(dataSet.first.label);
  }
});

it('the photographs’ classes are the course’s, in its order and by its names', () => {
  expect(PHOTOGRAPHS.dataSet.classes).toEqual(CLASSES);
  expect(PHOTOGRAPHS.dataSet.names).toEqual(CLASS_NAMES);
});

it('the photographs’ maps shrink where their channels grow', () => {
  const { stages } = must(buildPipeline(PHOTOGRAPHS.architecture));
  const maps = stages.filter(({ id }) => /^(relu|pool)/.test(id)).map(({ id, output }) => [id, ...output]);
  expect(maps).toEqual([
    ['relu1', 32, 32, 32],
    ['pool1', 16, 16, 32],
    ['relu2', 16, 16, 64],
    ['pool2', 8, 8, 64],
    ['relu3', 8, 8, 96],
    ['relu4', 8, 8, 96],
    ['pool3', 4, 4, 96],
    ['relu5', 4, 4, 128],
  ]);
  // Batch normalization moves the sums anyway.
  expect(stages.filter(({ weights }) => weights?.kernel && weights.bias).map(({ id }) => id)).toEqual([
    'output',
  ]);
});

describe.each(SHIPPED)(
  '$subject.id',
  ({ subject, parameters, weights: mostWeights, all, accuracy, test }) => {
    const { id, architecture, dataSet } = subject;
    const pipeline = must(buildPipeline(architecture));

    it('has so many parameters', () => {
      expect(pipeline.parameters).toBe(parameters);
    });

    it('ships weights that fit, for every stage that has some, within their size', () => {
      const { weights, trained } = must(readWeights(read(id, 'weights.safetensors'), pipeline));
      const wanted = pipeline.stages.filter((stage) => stage.weights).map((stage) => stage.id);
      expect(Object.keys(weights).sort()).toEqual(wanted.sort());
      expect(statSync(file(id, 'weights.safetensors')).size).toBeLessThanOrEqual(mostWeights);
      const log = must(readRunLog(JSON.parse(readFileSync(file(id, 'log.json'), 'utf8'))));
      expect(trained?.epoch).toBe(log.settings.epochs);
    });

    it('ships the log of its run, and weights for each of its epochs', () => {
      const log = must(readRunLog(JSON.parse(readFileSync(file(id, 'log.json'), 'utf8'))));
      expect(log.architecture).toEqual(architecture);
      expect(log.labels.heldOut.length).toBe(dataSet.counts.heldOut);
      expect(log.epochs.map(({ epoch }) => epoch)).toEqual(
        Array.from({ length: log.settings.epochs + 1 }, (_, epoch) => epoch),
      );
      const small = must(readSafetensors(read(id, 'epochs', 'small.safetensors')));
      let bytes = ['weights.safetensors', 'log.json', 'figures.json', 'epochs/small.safetensors']
        .map((name) => statSync(file(id, name)).size)
        .reduce((sum, size) => sum + size);
      for (const { epoch } of log.epochs) {
        const large = read(id, 'epochs', `${epoch}.safetensors`);
        bytes += large.length;
        const tensors = new Map([...small.tensors, ...must(readSafetensors(large)).tensors]);
        must(unpackWeights(tensors, pipeline, `${epoch}/`));
      }
      expect(bytes).toBeLessThanOrEqual(all);
    });

    it('ships figures that agree with one another and reach what is promised', () => {
      const figures = v.parse(figuresSchema, JSON.parse(readFileSync(file(id, 'figures.json'), 'utf8')));
      const { confusion, rates, calibration } = figures;
      const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
      expect(figures.accuracy).toBeGreaterThanOrEqual(accuracy);
      expect(figures.images).toBe(test);
      expect(sum(confusion.flat())).toBe(test);
      expect(sum(confusion.map((row, at) => row[at])) / test).toBeCloseTo(figures.accuracy, 4);
      for (const [at, { recall }] of rates.entries())
        expect(confusion[at][at] / sum(confusion[at])).toBeCloseTo(recall ?? Number.NaN, 4);
      expect(sum(calibration.bins.map(({ images }) => images))).toBe(test);
    });
  },
);
