/** The script with the numbers of a network and an image. */
import { activationOf } from '@/lib/kinds/parts/activation';
import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import type { Trace } from '@/lib/network/trace';
import type { Step } from '@/lib/provenance/path';
import { isMap } from '@/lib/tensor/tensor';
import { epochAt } from './at-time';
import { isMet } from './conditions';
import type { FactText } from './fact';
import { FACTS } from './facts';
import type { History } from './history';
import { hasShares, placeNamed, stageNamed } from './places';
import { type Beat, type Chapter, namesIn } from './script';

/** What the film is about. */
export interface FilmSubject {
  readonly pipeline: Pipeline;
  /** Null while it is loading. */
  readonly trace: Trace | null;
  /** The epochs of the network's run, the first one first; empty where there are none yet. */
  readonly epochs: readonly EpochRecord[];
  readonly images: number;
  readonly classWord: ClassNaming;
}

/** A piece of a sentence: words, or a number; `fact` is null while that is loading. */
export type Piece = string | { readonly name: string; readonly fact: FactText | null };

/** A beat on a network and an image. */
export interface Resolved {
  readonly beat: Beat;
  readonly stage: Stage;
  /** The value that it is about. */
  readonly step: Step | null;
  readonly sentences: readonly (readonly Piece[])[];
}

/** Whether what a figure needs is there: maps that a window reads, a vector, or an image. */
function canShow({ figure }: Beat, { input, output, brightness }: Stage, pipeline: Pipeline): boolean {
  const visible = brightness !== null && isMap(output) && [1, 3, 4].includes(output[2]);
  if (figure === 'image' || figure === 'pixels' || figure === 'colours') return visible;
  if (figure === 'shares') return visible && hasShares(pipeline);
  if (figure === 'slide' || figure === 'sum' || figure === 'pool') return isMap(input) && isMap(output);
  if (figure === 'map' || figure === 'maps' || figure === 'field') return isMap(output);
  if (figure === 'unroll') return isMap(input) && !isMap(output);
  if (figure === 'units') return !isMap(output);
  return true;
}

/** Whether a beat that goes on through a run of this length comes further; of one that is loading that is expected. */
function comesFurther([from, to]: readonly [number, number], epochs: number): boolean {
  // The last beat says where the run ends, however short it is.
  if (from === to || to === 1 || epochs === 0) return true;
  return epochAt([from, to], 1, epochs) > epochAt([from, to], 0, epochs);
}

/** Whether a beat fits a network and how that came about, whatever the image. */
export function fits(beat: Beat, pipeline: Pipeline, history: History): boolean {
  const stage = stageNamed(pipeline, beat.at);
  const { run } = history;
  if (!stage || !isMet(beat, { beat, stage, history })) return false;
  if (beat.epochs && !(run && comesFurther(beat.epochs, run.epochs.length))) return false;
  if (beat.activation !== null && activationOf(stage.layer) !== beat.activation) return false;
  const names = beat.sentences.flatMap(namesIn);
  return (
    canShow(beat, stage, pipeline) &&
    names.every((name) => FACTS[name]?.has?.(stage, pipeline) ?? name in FACTS)
  );
}

/** The script without the beats that a network has nothing for. */
export const scriptFor = (
  script: readonly Chapter[],
  pipeline: Pipeline,
  history: History,
): readonly Chapter[] =>
  script.map(({ title, beats }) => ({ title, beats: beats.filter((beat) => fits(beat, pipeline, history)) }));

/**
 * A beat with its numbers.
 * @throws Error where the network has no such stage: see {@link fits}.
 */
export function resolve(beat: Beat, subject: FilmSubject): Resolved {
  const { pipeline, trace, epochs } = subject;
  const stage = stageNamed(pipeline, beat.at);
  if (!stage) throw new Error(`this network has no ${beat.at}`);
  const traced = trace?.stages.some((one) => one.stage === stage.id) ? trace : null;
  const step = traced && beat.value ? placeNamed(pipeline, traced, stage, beat.value) : null;
  const epoch = beat.epochs ? (epochs[epochAt(beat.epochs, 1, epochs.length)] ?? null) : null;
  const about = { ...subject, stage, step, epoch, first: epochs[0] ?? null };
  const sentences = beat.sentences.map((sentence) =>
    sentence
      .split(/(\{\w+\})/)
      .filter((text) => text !== '')
      .map((text): Piece => {
        const name = /^\{(\w+)\}$/.exec(text)?.[1];
        return name ? { name, fact: FACTS[name]?.write(about) ?? null } : text;
      }),
  );
  return { beat, stage, step, sentences };
}

/** A sentence as plain text, with `waiting` for a number that is loading. */
export const textOf = (pieces: readonly Piece[], waiting: string): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : (piece.fact?.text ?? waiting))).join('');
