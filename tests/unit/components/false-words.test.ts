import { expect, it } from 'vitest';
import { falseWords, GERMAN_SUSPECTS, SUSPECTS } from '../../e2e/networks/false-words';

const found = (text: string, network: keyof typeof SUSPECTS) => falseWords(text, SUSPECTS[network]).length;

it('finds what is true of the course’s network alone, also where words run together', () => {
  expect(found('Four of the nine, each up to its insight', 'photographs')).toBe(1);
  expect(found('What the textbook claims beside what was really measured', 'digits')).toBe(1);
  expect(found('Every epoch of both runs, with what its numbers show', 'tinyVgg')).toBe(1);
  expect(found('on each of the 1 channels that it reads', 'digits')).toBe(1);
  expect(found('training images5000 validation images.', 'photographs')).toBe(1);
  expect(found('One value depends on 46 × 46 pixels.', 'photographs')).toBe(1);
  expect(found('has one kernel and one biasbias The number', 'photographs')).toBe(1);
  expect(found('in common: the colours, the outline', 'digits')).toBe(1);
  expect(falseWords('auf jedem der 1 Kanäle, die er liest', GERMAN_SUSPECTS.digits)).toHaveLength(1);
});

it('lets pass what is true', () => {
  expect(found('5,000 validation images, 28 × 28 × 11 map of 3', 'digits')).toBe(0);
  expect(found('The window covers 1 × 1 channels; 11 channels', 'digits')).toBe(0);
  expect(found('By the windows alone it would be 46 × 46, but', 'photographs')).toBe(0);
});
