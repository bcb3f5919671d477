/**
 * How long it takes to do what a page asks for, beyond reading its sentences, in seconds. These are estimates, each for
 * one who does it for the first time; the texts in figures and questions are part of them.
 */
export const TASK_SECONDS = {
  /** To look at something that is there. */
  look: 10,
  /** To follow one layer of the prediction. */
  layer: 8,
  /** To press a button or to set something. */
  press: 5,
  /** To move through a chart or a set of maps. */
  explore: 20,
  /** To read a question with its options, to answer it, and to read why. */
  question: 25,
  /** To watch a run; the rest of it goes on while one reads. */
  watch: 45,
  /** To set up something larger: a network, a run, a data set. */
  setUp: 120,
} as const;

export type TaskName = keyof typeof TASK_SECONDS;

/** The components of a text, by how long they hold a reader, in seconds; those with 0 stand in a sentence, as a word. */
export const COMPONENT_SECONDS: Readonly<Record<string, number>> = {
  AdamFormula: 45,
  AnswerNow: 10,
  Challenge: 10 * 240,
  Check: 25,
  CodeLines: 10,
  Count: 0,
  DataCard: 10,
  ExperimentBench: 600,
  Fact: 0,
  Formula: 20,
  GaborFilters: 5,
  HitsAndMisses: 30,
  /** Its words are read; it holds a moment. */
  Insight: 3,
  HitsByClass: 20,
  InOut: 5,
  InitialFormula: 30,
  Lead: 0,
  LearnedFilters: 20,
  LessonList: 20,
  Measured: 0,
  MetricsBench: 240,
  NewCards: 60,
  Puzzle: 20,
  Recall: 180,
  Rest: 4,
  SlideImage: 30,
  StageFigure: 20,
  Sym: 0,
  Symbols: 20,
  TraceFormula: 45,
  TraceTask: 60,
  Transfer: 45,
  TryIt: 300,
  /** What it holds is read, or not, by the network. */
  When: 0,
  WithImages: 0,
  Workshop: 30,
  WorkshopWords: 30,
  WorkedExample: 15,
};
