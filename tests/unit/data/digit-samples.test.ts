import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SampleListSchema } from '@/lib/data/samples/list';
import { DIGITS } from '@/lib/shelf/digits';
import { drawDigits } from '@/scripts/make/images/draw-digits';
import { writeDigits } from '@/scripts/make/images/write';

const folder = mkdtempSync(join(tmpdir(), 'digits-'));
beforeAll(() => writeDigits(folder));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the digits to choose from', () => {
  const samples = drawDigits();

  it('are two of each class, no two of them alike, and never trained on', () => {
    const labels = DIGITS.dataSet.classes.flatMap((label) => [label, label]);
    expect(samples.map(({ label }) => label)).toEqual(labels);
    expect(new Set(samples.map(({ pixels }) => pixels.join())).size).toBe(samples.length);
    expect(samples.every(({ heldOut }) => heldOut)).toBe(true);
  });

  it('are listed, and their files have the very pixels that were drawn', async () => {
    const list = v.parse(SampleListSchema, JSON.parse(readFileSync(join(folder, 'digits.json'), 'utf8')));
    expect(list.samples).toEqual(samples.map(({ pixels, ...sample }) => sample));
    const files = samples.map(({ id }) => `${id}.png`);
    expect(readdirSync(join(folder, 'digits')).sort()).toEqual(files.sort());
    for (const { id, pixels } of samples) {
      const file = sharp(join(folder, 'digits', `${id}.png`));
      expect(await file.metadata()).toMatchObject({ width: 28, height: 28, channels: 1 });
      expect(new Uint8Array(await file.toColourspace('b-w').raw().toBuffer())).toEqual(pixels);
    }
  });
});
