import words from '@/words/problem-titles';

/** The ten problems with their titles, in the order in which they are offered. */
export const PROBLEM_TITLES = {
  shape: words.shape(),
  repair: words.repair(),
  edges: words.edges(),
  // Named as in the first version, so that kept stars still count.
  way: words.path(),
  dead: words.dead(),
  fool: words.fool(),
  weight: words.weight(),
  threshold: words.threshold(),
  fault: words.fault(),
  small: words.small(),
} as const;

export type ProblemId = keyof typeof PROBLEM_TITLES;

const isProblem = (id: string): id is ProblemId => Object.hasOwn(PROBLEM_TITLES, id);

export const PROBLEM_IDS: readonly ProblemId[] = Object.keys(PROBLEM_TITLES).filter(isProblem);

/** The problem that an address names; null where it names none, or an unknown one. */
export const problemNamed = (id: string | null): ProblemId | null =>
  id !== null && isProblem(id) ? id : null;
