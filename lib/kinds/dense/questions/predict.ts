import type { AboutCell } from '@/lib/questions/about';
import { sum } from '@/lib/questions/sums';
import type { Task } from '@/lib/questions/task';
import { denseOf } from './bank';
import { probability } from './predict-output';

/** What a unit outputs. */
export const unitAnswer = (about: AboutCell): Task | null =>
  denseOf(about.stage).activation === 'softmax' ? probability(about) : sum(about);
