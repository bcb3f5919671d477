/** The ten problems, in the order in which they are offered, with what they are called. */
export const PROBLEM_TITLES = {
  shape: 'Predict a shape',
  repair: 'Repair an architecture',
  edges: 'Write a kernel for vertical edges',
  way: 'Follow a value back to the picture',
  dead: 'Find a dead filter',
  fool: 'Make a cat a dog',
  weight: 'Turn an answer with one weight',
  threshold: 'Choose a threshold',
  fault: 'Name the fault of a run',
  small: 'Learn it with fewer weights',
} as const;

export type ProblemId = keyof typeof PROBLEM_TITLES;

const isProblem = (id: string): id is ProblemId => Object.hasOwn(PROBLEM_TITLES, id);

export const PROBLEM_IDS: readonly ProblemId[] = Object.keys(PROBLEM_TITLES).filter(isProblem);

/** The problem that an address names; null where it names none, or one that does not exist. */
export const problemNamed = (id: string | null): ProblemId | null =>
  id !== null && isProblem(id) ? id : null;
