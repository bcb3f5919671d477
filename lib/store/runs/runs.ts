/*
 * The recorded runs. Written only here: the session passes on which run made the current network,
 * `run-files.ts` which ones were opened, and which one the learner has selected.
 */
import type { RunName } from '@/lib/network/handle';
import type { ClassOfEach, EpochRecord, OpenedLog } from '@/lib/network/run';
import { ownedStore } from '../owned-store';

/**
 * The recorded epochs that can be selected: those of the learner's run, of the site's, or of one from a file.
 */
export interface Timeline {
  readonly run: RunName;
  readonly epochs: readonly EpochRecord[];
  /** The actual class of each image, for comparison with the epochs' predictions. */
  readonly labels: ClassOfEach;
}

/** A run from a file, for display. */
export interface OpenedView extends OpenedLog {
  /** The file's name. */
  readonly file: string;
}

export interface RunsView {
  /** The run that made the current network; null where it is untrained, or its run was not recorded. */
  readonly own: Timeline | null;
  /** The run that the learner selected instead. */
  readonly chosen: Timeline | null;
  /** The opened runs from files, in the order of opening. */
  readonly opened: readonly OpenedView[];
}

const [runsStore, write] = ownedStore<RunsView>({ own: null, chosen: null, opened: [] });

export { runsStore };

/** A different network: the runs of the previous one are gone. */
export const clearRuns = (): void => write({ own: null, chosen: null, opened: [] });

/** The run whose epochs can be selected; null where there is none. */
export const timelineOf = ({ chosen, own }: RunsView): Timeline | null => chosen ?? own;

/** A different run made the current network. */
export const setOwnRun = (own: Timeline | null): void => write({ own });

/** Selects this run from now on, even while the network is trained; null: the network's own again. */
export const chooseRun = (chosen: Timeline | null): void => write({ chosen });

/** A run was opened from a file. */
export const addOpened = (run: OpenedView): void => write(({ opened }) => ({ opened: [...opened, run] }));

/** Closes an opened run. If it is selected, the network's own run replaces it. */
export const dropOpened = (name: RunName): void =>
  write(({ chosen, opened }) => ({
    opened: opened.filter(({ run }) => run !== name),
    chosen: chosen?.run === name ? null : chosen,
  }));
