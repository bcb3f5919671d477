import { formatNumber } from '@/lib/format/format';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import words from '@/words/predict';
import { type AboutCell, besides, common, type Predicted } from './about';
import { firstOf } from './choose';
import type { Mistake, Task, TaskWriter } from './task';
import { cellName } from './task-words';

/** A kind's sentences for a question about one of its values. */
export interface Wording {
  /** The input values, or where they can be read. */
  readonly tip: string;
  readonly because: string;
  readonly mistakes: readonly Mistake[];
  readonly otherwise: string;
}

/** Asks for an output of a stage; null where it can't be explained, or `write` returns null. */
export const answered =
  (write: (explained: TracedExplanation, about: AboutCell) => Wording | null): Predicted =>
  (about): Task | null => {
    const { pipeline, trace, weights, stage, cell } = about;
    const explained = explain(pipeline, trace, weights, stage.id, cell);
    const wording = explained.ok ? write(explained.value, about) : null;
    if (!explained.ok || !wording) return null;
    return {
      ...common(stage.id, cell),
      text: words.valueText({ stage: stage.id, cell: cellName(stage, cell) }),
      fields: [{ kind: 'decimal', label: words.value() }],
      right: [explained.value.value],
      ...wording,
      mistakes: [...wording.mistakes, ...besides(about)],
    };
  };

/** The same as a task about a chosen value: one that is not 0, where there is one. */
export const asTask =
  (predicted: Predicted): TaskWriter =>
  (about) => {
    const output = about.trace.stages[about.stage.number - 1];
    const any = output.values.some((value) => value !== 0);
    return firstOf(
      output,
      about.random,
      (value) => !any || value !== 0,
      (cell) => predicted({ ...about, cell }),
    );
  };

/** An input number, formatted for the learner. */
export const arriving = ({ terms }: TracedExplanation): string => formatNumber(terms[0]?.value ?? 0);
