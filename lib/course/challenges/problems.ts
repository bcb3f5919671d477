import type { ChallengeProblem } from '@/lib/challenges/problem';
import { DEAD } from './dead';
import { EDGES } from './edges';
import { FAULT } from './fault';
import { FOOL } from './fool';
import type { ProblemId } from './ids';
import { PATH } from './path';
import { REPAIR } from './repair';
import { SHAPE } from './shape';
import { SMALL } from './small';
import { THRESHOLD } from './threshold';
import { WEIGHT } from './weight';

export const PROBLEMS: Readonly<Record<ProblemId, ChallengeProblem>> = {
  shape: SHAPE,
  repair: REPAIR,
  edges: EDGES,
  way: PATH,
  dead: DEAD,
  fool: FOOL,
  weight: WEIGHT,
  threshold: THRESHOLD,
  fault: FAULT,
  small: SMALL,
};
