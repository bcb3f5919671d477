import { expect, test } from 'vitest';
import { CLASS_NAMES, classWithArticle, classWord } from '@/lib/course/class-names';
import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { classesWithArticle, classWords } from '@/lib/network/class-words';

test('the classes of the reference network have words and articles', () => {
  expect(CLASSES.map(classWord)).toEqual([...CLASSES]);
  expect(['airplane', 'cat'].map(classWithArticle)).toEqual(['an airplane', 'a cat']);
  expect(COURSE.dataSet.names).toBe(CLASS_NAMES);
});

test('a class of a different network is called by its id', () => {
  expect([classWord('teapot'), classWithArticle('teapot'), classWord('toString')]).toEqual([
    'teapot',
    'teapot',
    'toString',
  ]);
});

test('a class of a different data set is called as that set names it, although the course has one with its id', () => {
  const names = { cat: { name: 'Caterpillar', withArticle: 'a Caterpillar excavator' } };
  expect(['cat', 'dog'].map(classWords(names))).toEqual(['Caterpillar', 'dog']);
  expect(['cat', 'dog'].map(classesWithArticle(names))).toEqual(['a Caterpillar excavator', 'dog']);
});
