import { beforeEach, expect, test } from 'vitest';
import { markAttempt, markHint } from '@/lib/store/learner/challenge-marks';
import { deleteProgress, progress } from '@/lib/store/learner/progress';
import { openProgress, progressFile, scoreOf } from '@/lib/store/learner/progress-file';
import { sentenceOf } from '../support/result';

beforeEach(() => deleteProgress());

test('progress saved to a file is restored after it was deleted', () => {
  progress.getState().markRead('conv1');
  progress.getState().markMode('why', true);
  const file = progressFile();
  deleteProgress();
  expect(progress.getState()).toMatchObject({ read: [], modes: [] });
  expect(openProgress(file).ok).toBe(true);
  expect(progress.getState()).toMatchObject({ read: ['conv1'], modes: ['why'] });
});

test('a file is merged with existing progress', () => {
  progress.getState().markRead('conv1');
  expect(openProgress('{"version":1,"read":["pool1","conv1"]}').ok).toBe(true);
  expect(progress.getState().read).toEqual(['conv1', 'pool1']);
});

test('questions are counted by topic, and kept in the file', () => {
  const { markAnswer } = progress.getState();
  markAnswer('conv1', true);
  markAnswer('conv1', false);
  markAnswer('training', true);
  const questions = { conv1: { met: 2, right: 1 }, training: { met: 1, right: 1 } };
  expect(progress.getState().questions).toEqual(questions);
  expect(scoreOf(questions)).toEqual({ met: 3, right: 2 });
  const file = progressFile();
  deleteProgress();
  expect(progress.getState().questions).toEqual({});
  expect(openProgress(file).ok).toBe(true);
  expect(progress.getState().questions).toEqual(questions);
});

test('a file that is read twice counts its questions once, and removes none of those answered since', () => {
  progress.getState().markAnswer('conv1', true);
  const file = progressFile();
  progress.getState().markAnswer('conv1', true);
  progress.getState().markAnswer('dense', false);
  for (const turn of [1, 2]) expect(openProgress(file).ok, String(turn)).toBe(true);
  expect(progress.getState().questions).toEqual({
    conv1: { met: 2, right: 2 },
    dense: { met: 1, right: 0 },
  });
});

test('a file from before questions were counted still opens', () => {
  progress.getState().markAnswer('conv1', true);
  expect(openProgress('{"version":1,"read":["pool1"],"modes":["why"]}').ok).toBe(true);
  expect(progress.getState()).toMatchObject({ read: ['pool1'], questions: { conv1: { met: 1, right: 1 } } });
});

test('a mark can be undone', () => {
  progress.getState().markMode('why', true);
  progress.getState().markMode('why', false);
  expect(progress.getState().modes).toEqual([]);
});

test.each([
  ['{"version":3,"subjects":{}}', /newer version/],
  ['{"version":2,"read":[]}', /no progress of this site/],
  ['{"version":2,"subjects":{"no id":{"read":[]}}}', /no progress of this site/],
  ['{"version":1,"read":["con', /cut off/],
  ['{"version":1,"read":"conv1"}', /no progress of this site/],
  ['{"version":1,"read":[],"questions":{"conv1":{"met":-1,"right":0}}}', /no progress of this site/],
  ['[]', /no progress of this site/],
  ['null', /no progress of this site/],
])('%s is refused, and nothing is lost', (text, sentence) => {
  progress.getState().markRead('conv1');
  expect(sentenceOf(openProgress(text))).toMatch(sentence);
  expect(progress.getState().read).toEqual(['conv1']);
});

test('stars are kept in the file; the better standing of a problem that both know wins', () => {
  markHint('edges', 2);
  markAttempt('edges', true);
  markAttempt('shape', false);
  const file = progressFile();
  deleteProgress();
  expect(progress.getState().challenges).toEqual({});
  markAttempt('shape', true);
  expect(openProgress(file).ok).toBe(true);
  expect(progress.getState().challenges).toEqual({
    edges: { attempts: 1, hints: 1, stars: 2 },
    shape: { attempts: 1, hints: 0, stars: 3 },
  });
});

test.each([
  '{"version":1,"read":[],"challenges":{"edges":{"attempts":1,"hints":0,"stars":4}}}',
  '{"version":1,"read":[],"challenges":{"edges":{"attempts":-1,"hints":0,"stars":1}}}',
  '{"version":1,"read":[],"challenges":[3]}',
])('progress with impossible stars is refused: %s', (text) => {
  expect(sentenceOf(openProgress(text))).toMatch(/no progress of this site/);
});

test.each([
  ['right answers than questions', { conv1: { met: 1, right: 2 } }, 'questions.conv1'],
  ['questions than a lifetime allows', { conv1: { met: 9007199254740991, right: 0 } }, 'questions.conv1.met'],
  ['questions than can be counted', { conv1: { met: 1e308, right: 1e308 } }, 'questions.conv1.met'],
  [
    'topics than possible',
    Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`topic-${at}`, { met: 1, right: 1 }])),
    'questions.topic-500',
  ],
])('a file with more %s is refused: it says where, and nothing is imported', (_, questions, where) => {
  progress.getState().markAnswer('conv1', true);
  const sentence = sentenceOf(openProgress(JSON.stringify({ version: 1, read: ['pool1'], questions })));
  expect(sentence).toContain(`“${where}”`);
  expect(progress.getState()).toMatchObject({ read: [], questions: { conv1: { met: 1, right: 1 } } });
});
