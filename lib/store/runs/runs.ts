/*
 * The recorded runs. Written here alone: the session hands on which run made the present network, `run-files.ts` which
 * were opened, and which of them the learner goes through.
 */
import type { RunName } from '@/lib/network/handle';
import type { ClassOfEach, EpochRecord, OpenedLog } from '@/lib/network/run';
import { ownedStore } from '../owned-store';

/** The recorded epochs that one can go back to: those of the learner's run, of the site's, or of one from a file. */
export interface Timeline {
  readonly run: RunName;
  readonly epochs: readonly EpochRecord[];
  /** The right class of each image, to hold the epochs' answers against. */
  readonly labels: ClassOfEach;
}

/** A run from a file, as the page has it. */
export interface OpenedView extends OpenedLog {
  /** The file's name. */
  readonly file: string;
}

export interface RunsView {
  /** The run that made the present network; null where it is untrained, or its run was not recorded. */
  readonly own: Timeline | null;
  /** The run that the learner chose to go through instead. */
  readonly chosen: Timeline | null;
  /** The runs from files that are open, in the order in which they were opened. */
  readonly opened: readonly OpenedView[];
}

const [runsStore, write] = ownedStore<RunsView>({ own: null, chosen: null, opened: [] });

export { runsStore };

/** The run whose epochs one can go back to; null where there is none. */
export const timelineOf = ({ chosen, own }: RunsView): Timeline | null => chosen ?? own;

/** Another run made the present network. */
export const setOwnRun = (own: Timeline | null): void => write({ own });

/** Goes through this run from now on, also while the network is trained on; null: through the network's own again. */
export const chooseRun = (chosen: Timeline | null): void => write({ chosen });

/** A run was opened from a file. */
export const addOpened = (run: OpenedView): void => write(({ opened }) => ({ opened: [...opened, run] }));

/** An opened run is closed. Where the learner goes through it, the network's own run takes its place. */
export const dropOpened = (name: RunName): void =>
  write(({ chosen, opened }) => ({
    opened: opened.filter(({ run }) => run !== name),
    chosen: chosen?.run === name ? null : chosen,
  }));
