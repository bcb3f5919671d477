/** What is wrong with a beat on an image: its numbers beside those of the trace, computed in another way. */
import { max } from 'd3-array';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Pixels, StageTrace } from '@/lib/network/trace';
import { explain } from '@/lib/provenance/explain';
import type { History } from '@/lib/provenance/film/history';
import {
  type FilmSubject,
  fits,
  type Piece,
  type Resolved,
  resolve,
  textOf,
} from '@/lib/provenance/film/resolve';
import type { Beat } from '@/lib/provenance/film/script';
import { offset, valueAt } from '@/lib/tensor/tensor';

interface Found {
  readonly numbers: number;
  readonly faults: readonly string[];
}

/** The texts that a number may have, from the trace alone; undefined where the trace has no such number. */
type Expected = (traced: StageTrace, last: StageTrace, shown: Resolved, pixels: Pixels) => string | undefined;

const byte =
  (channel: number): Expected =>
  (_, __, { step, stage }, pixels) =>
    step ? formatNumber(pixels[offset(stage.output, [step.cell[0], step.cell[1] ?? 0, channel])]) : undefined;

const EXPECTED: Readonly<Record<string, Expected>> = {
  value: (traced, _, { step, beat }) =>
    beat.value === 'strongest'
      ? formatNumber(max(traced.values) ?? Number.NaN)
      : step
        ? formatNumber(valueAt(traced, step.cell))
        : undefined,
  before: (traced, _, { step, stage }) =>
    step ? formatNumber((traced.before ?? traced.values)[offset(stage.output, step.cell)]) : undefined,
  red: byte(0),
  green: byte(1),
  blue: byte(2),
  share: (_, { values }) => formatPercent(max(values) ?? Number.NaN),
  secondShare: (_, { values }) => formatPercent(Array.from(values).sort((a, b) => b - a)[1]),
};

const numbersOf = (sentences: readonly (readonly Piece[])[]) =>
  sentences.flatMap((pieces) => pieces.filter((piece) => typeof piece !== 'string'));

/** Resolves a beat on an image, and compares each of its numbers with the engine's. */
export function beatFaults(beat: Beat, subject: FilmSubject, history: History, pixels: Pixels): Found {
  const { pipeline, trace } = subject;
  const faults: string[] = [];
  const shown = resolve(beat, subject);
  const where = `${beat.figure} of ${shown.stage.id}, “${textOf(shown.sentences[0], '…')}”`;
  const traced = trace?.stages.find(({ stage }) => stage === shown.stage.id);
  const last = trace?.stages.at(-1);
  if (!fits(beat, pipeline, history) || !trace || !traced || !last)
    return { numbers: 0, faults: [`${where}: nothing to show.`] };
  if (beat.value && !shown.step) faults.push(`${where}: it has no value.`);
  if (shown.step) {
    const explained = explain(pipeline, trace, trace.weights, shown.step.stage, shown.step.cell);
    if (!explained.ok) faults.push(`${where}: ${explained.problem.sentence}`);
  }
  const numbers = numbersOf(shown.sentences);
  for (const { name, fact } of numbers) {
    const wanted = EXPECTED[name]?.(traced, last, shown, pixels);
    const opened = fact?.step && explain(pipeline, trace, trace.weights, fact.step.stage, fact.step.cell);
    if (opened && !opened.ok) faults.push(`${where}: {${name}} opens nothing: ${opened.problem.sentence}`);
    if (!fact) faults.push(`${where}: {${name}} is not known.`);
    // The name of a stage is no number.
    else if (!fact.step && !fact.how && name !== 'stage') faults.push(`${where}: {${name}} opens nothing.`);
    else if (wanted !== undefined && wanted !== fact.text)
      faults.push(`${where}: {${name}} is ${fact.text}, the engine’s is ${wanted}.`);
  }
  return { numbers: numbers.length, faults };
}
