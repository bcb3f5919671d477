/** The names of the components that every lesson may use; `index.ts` defines them. */
export const LESSON_NAMES = [
  'Check',
  'CodeLines',
  'Fact',
  'InOut',
  'StageFigure',
  'TraceTask',
  'When',
  'WorkedExample',
] as const;

/** Those that the lessons on the stages of the course may use: what is only true of its network is shown in these. */
export const COURSE_NAMES = [
  ...LESSON_NAMES,
  'DataCard',
  'GaborFilters',
  'Insight',
  'LearnedFilters',
  'Measured',
  'Puzzle',
  'Rest',
  'SlideImage',
  'Transfer',
] as const;
