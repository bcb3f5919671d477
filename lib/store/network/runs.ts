import { createStore } from 'zustand/vanilla';
import { OWN, type RunName } from '@/lib/network/handle';
import type { OpenedLog } from '@/lib/network/run';
import { fail, ok, type Result } from '@/lib/result';
import runWords from '@/words/runs';
import words from '@/words/state';
import { conversation, setTraining } from './conversation';
import { leavePast, lookAt } from './follow';
import { network, type Timeline } from './network';

/** A run from a file, as the page has it. */
export interface OpenedView extends OpenedLog {
  /** The file's name. */
  readonly file: string;
}

/** The runs from files that are open, in the order in which they were opened. */
export const opened = createStore<{ readonly runs: readonly OpenedView[] }>()(() => ({ runs: [] }));

/** So many are compared: the learner's, the one of the site, and these. */
export const MOST_OPENED = 2;
/** Hundreds of epochs. More than this a browser tab may not hold. */
const MOST_BYTES = 1e9;

const STARTING = fail(words.starting());

/** Runs as files. What can't be done is answered in a sentence, and nothing is changed. */
export const runFiles = {
  /** Opens a file beside the runs that are there. */
  async open(file: File): Promise<Result<OpenedView>> {
    const { engine } = conversation;
    if (!engine) return STARTING;
    if (opened.getState().runs.length >= MOST_OPENED) return fail(runWords.fourRuns());
    if (file.size > MOST_BYTES) return fail(runWords.runTooLarge({ name: file.name }));
    const read = await engine.openRun(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok)
      return fail(runWords.notOpened({ name: file.name, why: read.problem.sentence }), read.problem.detail);
    const view = { ...read.value, file: file.name };
    opened.setState(({ runs }) => ({ runs: [...runs, view] }));
    return ok(view);
  },

  /** A run as the bytes of a file. */
  async bytes(run: RunName): Promise<Result<Uint8Array<ArrayBuffer>>> {
    return conversation.engine?.writeRun(run) ?? STARTING;
  },

  /** Lets go of an opened run. */
  close(run: RunName): void {
    if (network.getState().timeline?.run === run) lookAt(null);
    opened.setState(({ runs }) => ({ runs: runs.filter((one) => one.run !== run) }));
    void conversation.engine?.close({ run });
  },

  /** The epochs of this run are gone through from now on; null for those of the present network's run. */
  lookAt: (timeline: Timeline | null): void => lookAt(timeline),

  /** An opened run takes the place of the learner's own, so that it can be gone on with. */
  async takeOver(run: RunName): Promise<Result<unknown>> {
    const { engine } = conversation;
    if (!engine) return STARTING;
    const before = network.getState().training;
    leavePast();
    setTraining({ phase: 'idle', epochs: [], batches: [], problem: null });
    const { architecture } = network.getState().pipeline;
    const taken = await engine.open({ handle: OWN, architecture, source: { opened: run } });
    if (taken.ok) this.close(run);
    else setTraining(before);
    return taken;
  },
};
