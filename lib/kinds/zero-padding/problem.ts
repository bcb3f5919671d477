import words from '@/words/layer-problems';
import { mapsProblem } from '../parts/problems';
import type { FindProblem, ZeroPaddingLayer } from '../types';

const isWidth = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

export const problem: FindProblem<ZeroPaddingLayer> = ({ id, top, bottom, left, right }, input) => {
  const noMaps = mapsProblem(id, input);
  if (noMaps) return noMaps;
  const wrong = [top, bottom, left, right].find((n) => !isWidth(n));
  return wrong === undefined ? null : words.padding({ id, padding: wrong });
};
