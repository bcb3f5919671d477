import { expect, test } from 'vitest';
import { CLASSES } from '@/lib/course/reference';
import { classWithArticle, classWord } from '@/lib/network/class-words';

test('the classes of the reference network have words and articles', () => {
  expect(CLASSES.map(classWord)).toEqual([...CLASSES]);
  expect(['airplane', 'cat'].map(classWithArticle)).toEqual(['an airplane', 'a cat']);
});

test('a class of another network is called by its id', () => {
  expect([classWord('teapot'), classWithArticle('teapot'), classWord('toString')]).toEqual([
    'teapot',
    'teapot',
    'toString',
  ]);
});
