import type { AboutCell } from '@/lib/quiz/predict/about';
import { sum } from '@/lib/quiz/predict/sums';
import type { Task } from '@/lib/quiz/tasks/task';
import { denseOf } from './bank';
import { probability } from './predict-output';

/** What a unit answers. */
export const unitAnswer = (about: AboutCell): Task | null =>
  denseOf(about.stage).activation === 'softmax' ? probability(about) : sum(about);
