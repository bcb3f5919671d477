import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { SUBJECT_ID } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { readRunLog } from '@/lib/run/log';
import facts from '@/lib/shelf/facts.json';
import { figuresSchema } from '@/lib/shelf/figures';
import { SHELF } from '@/lib/shelf/shelf';
import { TITLES } from '@/lib/shelf/titles';

const read = (path: string): unknown => JSON.parse(readFileSync(join('public', path), 'utf8'));

describe('the networks that come with the site', () => {
  test('each have a title, in the order of the shelf, and an id that an address can name', () => {
    expect(TITLES.map(({ id }) => id)).toEqual(SHELF.map(({ id }) => id));
    for (const { id } of SHELF) expect(id).toMatch(SUBJECT_ID);
  });

  test('do as well as their titles say: by the course’s own log, and by the figures beside the weights', () => {
    const [course, ...others] = SHELF;
    const log = must(readRunLog(read('model/log.json')));
    expect(facts.drawings.accuracy).toBe(log.epochs.at(-1)?.testAccuracy);
    expect(facts.drawings.images).toBe(course.dataSet.counts.test);
    for (const { id, shipped } of others) {
      const { images, accuracy } = v.parse(figuresSchema, read(`${shipped.folder}/figures.json`));
      const { test } = TITLES.find((title) => title.id === id) ?? {};
      expect(test).toEqual({ images, accuracy });
    }
  });

  test('were trained on as many images as their titles say', () => {
    const trained = Object.values(facts).map((one) => one.trained);
    expect(trained).toEqual(SHELF.map(({ dataSet }) => dataSet.counts.training));
  });

  test('have shapes that fit together, and a first image among their classes', () => {
    for (const { architecture, dataSet } of SHELF) {
      expect(must(buildPipeline(architecture)).stages.at(-1)?.output).toEqual([dataSet.classes.length]);
      expect(dataSet.shape).toEqual(architecture.input);
      expect(dataSet.classes).toContain(dataSet.first.label);
    }
  });
});
