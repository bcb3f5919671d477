/** The components that a lesson may use, by name; `index.ts` holds them. */
export const LESSON_NAMES = [
  'Check',
  'CodeLines',
  'Fact',
  'InOut',
  'StageFigure',
  'TraceTask',
  'WorkedExample',
] as const;
