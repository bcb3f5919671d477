/** The names of the components that a lesson may use; `index.ts` defines them. */
export const LESSON_NAMES = [
  'Check',
  'CodeLines',
  'Fact',
  'InOut',
  'StageFigure',
  'TraceTask',
  'WorkedExample',
] as const;
