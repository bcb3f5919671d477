import { createStore } from 'zustand/vanilla';
import type { CopyHandle } from '@/lib/network/handle';
import { buildPipeline, type Pipeline } from '@/lib/network/pipeline';
import type { Pixels, Shown, StageTrace, Trace } from '@/lib/network/trace';
import { fail, must, type Problem, type Result } from '@/lib/result';
import type { History } from '@/lib/what-if/history';
import {
  doing,
  type Edit,
  growing,
  NOTHING_DONE,
  networkEdits,
  pictureEdits,
  redo,
  undo,
} from '@/lib/what-if/history';
import { type EditedNetwork, editNetwork } from '@/lib/what-if/network-edits';
import { pictureEditor } from '@/lib/what-if/picture-edits';
import { frameOf, shownOf } from '@/lib/what-if/shown';
import words from '@/words/state';
import { conversation } from '../network/conversation';
import { network } from '../network/network';

/** What the page “What if” knows: the edits, and what they are held against. */
export interface WhatIf {
  readonly history: History;
  /** The chosen picture's own trace through the network as it is. Null until the network is whole. */
  readonly original: Trace | null;
  /** The picture as edited. Null while there is none. */
  readonly pixels: Pixels | null;
  /** The maps that are shown of each stage while something changes. */
  readonly shown: Shown | null;
  /** What is shown of the edited picture in the edited network: the newest there is. */
  readonly frame: readonly StageTrace[] | null;
  /** All of it, at a calmer pace. */
  readonly changed: Trace | null;
  /** What went wrong, for the learner. */
  readonly sentence: string | null;
}

const EMPTY: WhatIf = {
  history: NOTHING_DONE,
  original: null,
  pixels: null,
  shown: null,
  frame: null,
  changed: null,
  sentence: null,
};

/**
 * While the page is open, the edited picture's trace through the edited network stands in the network store, so that
 * everything that shows or explains values shows and explains those. When it is left the real ones come back.
 */
export const whatIf = createStore<WhatIf>()(() => EMPTY);

/** What the page had before, and what it is lent now. */
let lent: { readonly pipeline: Pipeline; stop(): void } | null = null;
/** The newest trace that was put into the store from here. */
let ours: Trace | null = null;
/** The worker's network that has the edits, while the page is open. */
let copy: CopyHandle | null = null;
/** What it was last given. */
let given: EditedNetwork | null = null;
/** The network edits that it was made for, and what they were made from. */
let made: { readonly of: Trace; readonly key: string; readonly edited: EditedNetwork } | null = null;
/** Milliseconds between two whole traces while one change follows another. */
const PACE_MS = 250;
let busy = false;
/** What the newest edits have not been answered with yet. */
const owed = { frame: false, trace: false };
let tracedAt = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
const editPixels = pictureEditor();

/** The page is opened. Answers how to leave it. */
export function openWhatIf(): () => void {
  const { pipeline } = network.getState();
  const stop = network.subscribe(({ trace }, before) => {
    if (trace && trace !== before.trace && trace !== ours) takeOriginal(trace);
  });
  lent = { pipeline, stop };
  const { trace } = network.getState();
  if (trace) takeOriginal(trace);
  return close;
}

function close(): void {
  if (!lent) return;
  const { pipeline, stop } = lent;
  stop();
  clearTimeout(waiting);
  waiting = undefined;
  lent = null;
  const { original } = whatIf.getState();
  if (original && network.getState().trace === ours)
    network.setState({ trace: original, weights: original.weights, pipeline });
  else network.setState({ pipeline });
  ours = null;
  given = null;
  made = null;
  whatIf.setState(EMPTY);
  if (copy) void conversation.engine?.close(copy);
  copy = null;
}

/** The network or the chosen picture is another: the edits are made to that. */
function takeOriginal(trace: Trace): void {
  if (!trace.complete || trace.source !== 'live') return;
  given = null;
  whatIf.setState({ original: trace, shown: lent && shownOf(lent.pipeline, trace) });
  change();
}

/** One edit more; with `grow` the last one is replaced by it, as a stroke or a slider goes on. */
export function edit(one: Edit, grow = false): void {
  whatIf.setState(({ history }) => ({ history: (grow ? growing : doing)(history, one) }));
  change();
}

export function undoEdit(): void {
  whatIf.setState(({ history }) => ({ history: undo(history) }));
  change();
}

export function redoEdit(): void {
  whatIf.setState(({ history }) => ({ history: redo(history) }));
  change();
}

export function resetEdits(): void {
  whatIf.setState({ history: NOTHING_DONE });
  change();
}

/** Shows the edited picture at once, and asks for its trace. */
function change(): void {
  const { picture } = network.getState();
  if (!picture || !lent) return;
  const { history } = whatIf.getState();
  const shape = lent.pipeline.architecture.input;
  whatIf.setState({ pixels: editPixels(picture.pixels, shape, pictureEdits(history)) });
  owed.frame = owed.trace = true;
  void pump();
}

/**
 * One question at a time, and always about the newest edits: frames are dropped, never queued. A frame is a part of what
 * a trace is, so that it can follow every move; a whole trace comes when none has come for a while.
 */
async function pump(): Promise<void> {
  if (busy) return;
  busy = true;
  while (lent && (owed.frame || (owed.trace && isDue()))) {
    const whole = owed.trace && isDue();
    owed.frame = false;
    if (whole) owed.trace = false;
    await answer(whole);
  }
  busy = false;
  if (lent && owed.trace) wait();
}

const isDue = () => performance.now() - tracedAt >= PACE_MS;

function wait(): void {
  waiting ??= setTimeout(
    () => {
      waiting = undefined;
      void pump();
    },
    tracedAt + PACE_MS - performance.now(),
  );
}

async function answer(whole: boolean): Promise<void> {
  const { original, shown, pixels, history } = whatIf.getState();
  const { engine } = conversation;
  if (!original || !shown || !pixels || !engine || !lent) return;
  if (history.done.length === 0) return show(original, shown, lent.pipeline);
  const edited = editedNetwork(original);
  if (!edited) return;
  const set = await giveTo(edited);
  if (set && !set.ok) return fails(set.problem);
  if (!copy) return;
  const answered = await engine.trace(copy, pixels, whole ? 'whole' : shown);
  if (!lent || original !== whatIf.getState().original) return;
  if (!answered.ok) return fails(answered.problem);
  if (!whole) return whatIf.setState({ frame: answered.value.stages, sentence: null });
  const trace = { ...answered.value, weights: edited.weights };
  const same = edited.architecture === lent.pipeline.architecture;
  show(trace, shown, same ? lent.pipeline : must(buildPipeline(edited.architecture)));
}

function fails({ sentence }: Problem): void {
  given = null;
  whatIf.setState({ sentence });
}

/** The original's network with the edits of the network made to it; the same object as long as they are the same. */
function editedNetwork(original: Trace): EditedNetwork | null {
  const { history } = whatIf.getState();
  const edits = networkEdits(history);
  const key = JSON.stringify(edits);
  if (made?.of === original && made.key === key) return made.edited;
  if (!lent) return null;
  const edited = editNetwork(lent.pipeline.architecture, original.weights, edits);
  made = { of: original, key, edited };
  return edited;
}

/** Gives the worker's copy what it lacks: all, or the stages that an edit touched. Answers what went wrong. */
async function giveTo(edited: EditedNetwork) {
  const { engine } = conversation;
  if (given === edited || !engine) return null;
  const before = given;
  const same = before?.architecture === edited.architecture;
  const lacking = Object.entries(edited.weights).filter(([id, own]) => !same || before.weights[id] !== own);
  copy ??= engine.newCopy();
  const set = await engine.open({
    handle: copy,
    architecture: edited.architecture,
    source: { weights: Object.fromEntries(lacking), network: whatIf.getState().original?.network },
  });
  if (!set.ok) return set;
  given = edited;
  return null;
}

/** A whole trace, for the page's own stages and for everything else. */
function show(trace: Trace, shown: Shown, pipeline: Pipeline): void {
  tracedAt = performance.now();
  ours = trace;
  whatIf.setState({ changed: trace, frame: frameOf(trace, shown), sentence: null });
  network.setState({ trace, weights: trace.weights, pipeline });
}

/** The changed network's probabilities for several pictures. */
export async function predictChanged(pixels: Pixels, count: number): Promise<Result<Float32Array>> {
  const { engine } = conversation;
  const { original } = whatIf.getState();
  const edited = original && editedNetwork(original);
  if (!engine || !edited) return fail(words.onItsWay());
  const set = await giveTo(edited);
  if (set && !set.ok) return set;
  return copy ? engine.predict(copy, pixels, count) : fail(words.onItsWay());
}
