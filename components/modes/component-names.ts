/** The components that the text of a way to learn may use, by name; `components.tsx` holds them. */
export const MODE_NAMES = [
  'AnswerNow',
  'CodeLines',
  'Count',
  'ExperimentBench',
  'Fact',
  'HitsAndMisses',
  'LessonList',
  'MetricsBench',
  'NewCards',
  'Recall',
  'TryIt',
  'Workshop',
  'WorkshopWords',
] as const;
