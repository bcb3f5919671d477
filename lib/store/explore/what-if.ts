/*
 * The state of the page “What if”. Written only here, by the edits and by the engine's responses to them. The
 * edited image's trace through the edited network is in no other store: the page supplies it to everything
 * that shows or explains values (components/state/traced.ts), and the learner's own network stays unchanged
 * everywhere else.
 */
import type { InputImage } from '@/lib/data/input-image';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Pixels, Shown, StageTrace, Trace } from '@/lib/network/trace';
import { fail, type Result } from '@/lib/result';
import {
  doing,
  type Edit,
  growing,
  type History,
  imageEdits,
  NOTHING_DONE,
  redo,
  undo,
} from '@/lib/what-if/history';
import { imageEditor } from '@/lib/what-if/image-edits';
import { frameOf, shownOf } from '@/lib/what-if/shown';
import words from '@/words/state';
import { ownedStore } from '../owned-store';
import { subjectStore } from '../subject/subject';
import { lookedAt, traceStore } from '../trace/trace';
import { EditedCopy } from './edited-copy';
import { NewestEdits } from './newest-edits';

/** The edited image in the edited network. */
export interface Changed {
  /** The trace that it is compared with. */
  readonly of: Trace;
  readonly image: InputImage;
  readonly pipeline: Pipeline;
  readonly trace: Trace;
}

/** The edits, and what they are compared with. */
export interface WhatIf {
  readonly history: History;
  /** The chosen image's own trace through the unedited network. Null until the network is complete. */
  readonly original: Trace | null;
  /** The image as edited. Null while there is none. */
  readonly pixels: Pixels | null;
  /** The displayed maps of each stage while something changes. */
  readonly shown: Shown | null;
  /** The newest displayed part of the edited image's trace through the edited network. */
  readonly frame: readonly StageTrace[] | null;
  /** The complete trace, updated less often. */
  readonly changed: Changed | null;
  /** An error message for the learner. */
  readonly sentence: string | null;
  /** Sends requests to the engine while the page is open. */
  readonly visit: Visit | null;
}

interface Visit {
  /** Of the network that is edited. */
  readonly pipeline: Pipeline;
  readonly copy: EditedCopy;
  readonly newest: NewestEdits;
  readonly editPixels: ReturnType<typeof imageEditor>;
}

const EMPTY: WhatIf = {
  history: NOTHING_DONE,
  original: null,
  pixels: null,
  shown: null,
  frame: null,
  changed: null,
  sentence: null,
  visit: null,
};

const [whatIf, write] = ownedStore<WhatIf>(EMPTY);

export { whatIf };

/** Opens the page. Returns a function that leaves it. */
export function openWhatIf(): () => void {
  const { pipeline } = subjectStore.getState();
  const visit: Visit = {
    pipeline,
    copy: new EditedCopy(pipeline),
    newest: new NewestEdits((whole) => answer(visit, whole)),
    editPixels: imageEditor(),
  };
  write({ ...EMPTY, visit });
  takeOriginal(visit, lookedAt(traceStore.getState()));
  const stop = traceStore.subscribe((now, before) => {
    if (lookedAt(now) !== lookedAt(before)) takeOriginal(visit, lookedAt(now));
  });
  return () => {
    stop();
    visit.newest.stop();
    visit.copy.close();
    if (whatIf.getState().visit === visit) write(EMPTY);
  };
}

/** The network or the chosen image has changed: the edits are applied to the new one. */
function takeOriginal({ pipeline, copy }: Visit, trace: Trace | null): void {
  if (!trace?.complete || trace.source !== 'live') return;
  copy.forget();
  write({ original: trace, shown: shownOf(pipeline, trace) });
  change();
}

/** Adds an edit; with `grow` it replaces the last one, for a continued stroke or slider. */
export const edit = (one: Edit, grow = false): void => rewrite((now) => (grow ? growing : doing)(now, one));
export const undoEdit = (): void => rewrite(undo);
export const redoEdit = (): void => rewrite(redo);
export const resetEdits = (): void => rewrite(() => NOTHING_DONE);

function rewrite(next: (now: History) => History): void {
  write(({ history }) => ({ history: next(history) }));
  change();
}

/** Shows the edited image at once, and requests its trace. */
function change(): void {
  const { image } = traceStore.getState();
  const { visit, history } = whatIf.getState();
  if (!image || !visit) return;
  const shape = visit.pipeline.architecture.input;
  write({ pixels: visit.editPixels(image.pixels, shape, imageEdits(history)) });
  visit.newest.changed();
}

/** Requests a trace for the current edits. */
async function answer(visit: Visit, whole: boolean): Promise<void> {
  const { pipeline, copy, newest } = visit;
  const { original, shown, pixels, history } = whatIf.getState();
  const { image } = traceStore.getState();
  if (!original || !shown || !pixels || !image) return;
  const show = (changed: Omit<Changed, 'of'>) => {
    newest.traced();
    write({ changed: { of: original, ...changed }, frame: frameOf(changed.trace, shown), sentence: null });
  };
  if (history.done.length === 0) return show({ image, pipeline, trace: original });
  const traced = await copy.trace(original, history, pixels, whole ? 'whole' : shown);
  // Meanwhile the page may have been left, or the network or the image may have changed.
  const now = whatIf.getState();
  if (visit !== now.visit || original !== now.original) return;
  if (!traced.ok) return write({ sentence: traced.problem.sentence });
  if (!whole) return write({ frame: traced.value.stages, sentence: null });
  show({
    image: { ...image, pixels },
    pipeline: copy.pipelineOf(original, history),
    trace: traced.value,
  });
}

/** The changed network's probabilities for several images. */
export async function predictChanged(pixels: Pixels, count: number): Promise<Result<Float32Array>> {
  const { original, visit, history } = whatIf.getState();
  return original && visit ? visit.copy.predict(original, history, pixels, count) : fail(words.loading());
}
