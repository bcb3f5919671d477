import { beforeEach, expect, test } from 'vitest';
import { openProgress, progress, progressFile, wipeProgress } from '@/lib/state/progress';
import { sentenceOf } from '../support/result';

beforeEach(() => wipeProgress());

test('what was saved to a file is there again after it was wiped', () => {
  progress.getState().markRead('conv1');
  progress.getState().markMode('why', true);
  const file = progressFile();
  wipeProgress();
  expect(progress.getState()).toMatchObject({ read: [], modes: [] });
  expect(openProgress(file).ok).toBe(true);
  expect(progress.getState()).toMatchObject({ read: ['conv1'], modes: ['why'] });
});

test('a file is read beside what was there', () => {
  progress.getState().markRead('conv1');
  expect(openProgress('{"version":1,"read":["pool1","conv1"]}').ok).toBe(true);
  expect(progress.getState().read).toEqual(['conv1', 'pool1']);
});

test('a mark can be taken back', () => {
  progress.getState().markMode('why', true);
  progress.getState().markMode('why', false);
  expect(progress.getState().modes).toEqual([]);
});

test.each([
  ['{"version":2,"read":[]}', /newer version/],
  ['{"version":1,"read":["con', /cut off/],
  ['{"version":1,"read":"conv1"}', /no progress of this site/],
  ['[]', /no progress of this site/],
  ['null', /no progress of this site/],
])('%s is told, and nothing is lost', (text, sentence) => {
  progress.getState().markRead('conv1');
  expect(sentenceOf(openProgress(text))).toMatch(sentence);
  expect(progress.getState().read).toEqual(['conv1']);
});
