import { OWN, type RunName } from '@/lib/network/handle';
import type { OtherRun } from '@/lib/network/run';
import { fail, ok, type Result } from '@/lib/result';
import runWords from '@/words/runs';
import words from '@/words/state';
import { presentEngine } from '../engine/engine';
import { addOpened, chooseRun, dropOpened, type OpenedView, runsStore, type Timeline } from '../runs/runs';
import { subjectStore } from '../subject/subject';
import { clearRun, restoreRun, trainingStore } from '../training/training';
import { leavePast } from './follow';

/** How many are compared besides the learner's and the site's. */
const MOST_OPENED = 2;
/** Hundreds of epochs. A browser tab may not be able to hold more. */
const MOST_BYTES = 1e9;

const STARTING = fail(words.starting());

/** Runs as files. A failed action returns a sentence, and changes nothing. */
export const runFiles = {
  /** Opens a file beside the existing runs. A run of another network is returned unopened: see `openWithNetwork`. */
  async open(file: File): Promise<Result<OpenedView | OtherRun>> {
    const engine = presentEngine();
    if (!engine) return STARTING;
    if (runsStore.getState().opened.length >= MOST_OPENED) return fail(runWords.fourRuns());
    if (file.size > MOST_BYTES) return fail(runWords.runTooLarge({ name: file.name }));
    const read = await engine.openRun(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok)
      return fail(runWords.notOpened({ name: file.name, why: read.problem.sentence }), read.problem.detail);
    if (!('run' in read.value)) return ok(read.value);
    const view = { ...read.value, file: file.name };
    addOpened(view);
    return ok(view);
  },

  /** A run as the bytes of a file. */
  async bytes(run: RunName): Promise<Result<Uint8Array<ArrayBuffer>>> {
    return presentEngine()?.writeRun(run) ?? STARTING;
  },

  /** Closes an opened run. */
  close(run: RunName): void {
    dropOpened(run);
    void presentEngine()?.close({ run });
  },

  /** Selects the epochs of this run; null selects those of the current network's run. */
  lookAt: (timeline: Timeline | null): void => chooseRun(timeline),

  /** Replaces the learner's own run by an opened one, so that it can be resumed. */
  async takeOver(run: RunName): Promise<Result<unknown>> {
    const engine = presentEngine();
    if (!engine) return STARTING;
    const before = trainingStore.getState();
    leavePast();
    clearRun();
    const { architecture } = subjectStore.getState().pipeline;
    const taken = await engine.open({ handle: OWN, architecture, source: { opened: run } });
    if (taken.ok) this.close(run);
    else restoreRun(before);
    return taken;
  },
};
