import { expect, it } from 'vitest';
import { savesData } from '@/lib/site/offline/saving';

it.each([
  ['says nothing', undefined, false],
  ['is a fast one', { type: 'wifi', effectiveType: '4g', saveData: false }, false],
  ['saves data', { type: 'wifi', effectiveType: '4g', saveData: true }, true],
  ['is metered', { type: 'cellular', effectiveType: '4g' }, true],
  ['is slow', { effectiveType: '2g' }, true],
])('a connection that %s', (_, facts, saves) => {
  expect(savesData(facts)).toBe(saves);
});
