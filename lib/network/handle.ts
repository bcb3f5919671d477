/** The names of the engine's networks. A handle is plain data: it can be stored, compared and sent. */

/** A run with recorded epochs: the learner's, the one that comes with the site, or one from a file. */
export type RunName = 'own' | 'shipped' | `file-${number}`;

/**
 * The network that the engine trains: the learner's or, in a second engine, the one of an experiment or a
 * challenge.
 */
export interface OwnHandle {
  readonly run: 'own';
  readonly epoch?: undefined;
}

/** A network from the past: its state at the end of a recorded epoch. */
export interface EpochHandle {
  readonly run: RunName;
  readonly epoch: number;
}

/** A copy beside the trained network. The page changes its weights, and nothing of it is stored. */
export interface CopyHandle {
  readonly copy: number;
}

export type NetworkHandle = OwnHandle | EpochHandle | CopyHandle;

export const OWN: OwnHandle = { run: 'own' };

/** Whether a handle names a network from the past. */
export const isEpoch = (handle: NetworkHandle): handle is EpochHandle =>
  'epoch' in handle && handle.epoch !== undefined;
