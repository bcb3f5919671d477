/** How the network at hand came about, as far as that is known: what the film may say of its training. */
import type { EpochRecord, NetworkState } from '@/lib/network/run';
import { inFull, type TrainingSettings } from '@/lib/network/settings';
import type { Subject } from '@/lib/network/subject';

/** The run that made the network. */
export interface FilmRun {
  /** The first one first; empty while they are loading. */
  readonly epochs: readonly EpochRecord[];
  /** Whether it trains no further. */
  readonly over: boolean;
  /** `given`: it began with the weights of another run or of a file, or with zeros. */
  readonly start: 'random' | 'given';
}

export interface History {
  /** `initial`: not trained yet; `opened`: some of them came from a file or were kept, and nothing is claimed about them. */
  readonly weights: 'trained' | 'initial' | 'opened';
  /** Null where the network has no run, or none that is known. */
  readonly run: FilmRun | null;
  /** How many images it is trained on; 0 where that is not known. */
  readonly images: number;
}

/** What the page knows of a network. */
export interface Evidence {
  readonly subject: Subject;
  /** Null until the engine has reported it. */
  readonly network: NetworkState | null;
  /** The run of the network itself; null where there is none, or while it is loading. */
  readonly own: {
    readonly run: string;
    readonly epochs: readonly EpochRecord[];
    readonly labels: { readonly training: ArrayLike<number> };
  } | null;
  /** Whether the epochs of another run were chosen instead: they are none of this network's. */
  readonly replaced: boolean;
  readonly training: {
    readonly settings: TrainingSettings;
    /** Whether it goes on from another run. */
    readonly branched: boolean;
    /** Whether it is over, or there is none. */
    readonly over: boolean;
    /** Whether a step was taken. */
    readonly begun: boolean;
  };
}

/** A run has something to tell once the network has changed: after its first epoch. */
const LEAST = 2;

export function historyOf(known: Evidence): History {
  const { subject, network, own, replaced } = known;
  const origin = network?.origin ?? (subject.shipped ? 'shipped' : 'opened');
  if (origin === 'shipped') {
    const epochs = own?.run === 'shipped' ? own.epochs : [];
    const told = subject.run !== null && !replaced;
    return {
      weights: 'trained',
      run: told ? { epochs, over: true, start: 'random' } : null,
      images: subject.dataSet.counts.training,
    };
  }
  return ownHistory(known, origin);
}

/** Of a network that the learner trains, built or opened. */
function ownHistory({ subject, own, replaced, training }: Evidence, origin: NetworkState['origin']): History {
  const { initialisation, frozen } = inFull(training.settings);
  const log = own?.run === 'own' && own.epochs.length >= LEAST ? own : null;
  const trained = log !== null || origin === 'trained' || training.begun;
  // Weights that were brought along, or that no step changes, were not found in this run.
  const mixed = subject.brought !== undefined || initialisation === 'opened' || frozen.length > 0;
  const untrained = origin === 'initial' ? 'initial' : 'opened';
  const given = training.branched || mixed || initialisation === 'zeros';
  const run =
    log && ({ epochs: log.epochs, over: training.over, start: given ? 'given' : 'random' } as const);
  return {
    weights: !trained ? untrained : mixed ? 'opened' : 'trained',
    run: replaced ? null : run,
    images: log?.labels.training.length || subject.dataSet.counts.training,
  };
}
