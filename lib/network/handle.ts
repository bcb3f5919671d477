/** How the networks that the engine has are named. A handle is plain data: it can be kept, compared and sent. */

/** A run whose epochs were recorded: the learner's, the one that comes with the site, or one from a file. */
export type RunName = 'own' | 'shipped' | `file-${number}`;

/** The network that the engine trains: the learner's, or in an engine beside it the one that is tried out. */
export interface OwnHandle {
  readonly run: 'own';
  readonly epoch?: undefined;
}

/** A network of the past: as it was at the end of a recorded epoch. */
export interface EpochHandle {
  readonly run: RunName;
  readonly epoch: number;
}

/** A network beside the one that is trained. Its weights are changed from the page, and nothing of it is kept. */
export interface CopyHandle {
  readonly copy: number;
}

export type NetworkHandle = OwnHandle | EpochHandle | CopyHandle;

export const OWN: OwnHandle = { run: 'own' };

/** Whether a handle names a network of the past. */
export const isEpoch = (handle: NetworkHandle): handle is EpochHandle =>
  'epoch' in handle && handle.epoch !== undefined;
