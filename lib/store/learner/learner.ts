/* The learner's choices. Written only by the actions in the state, below. */
import type { WeightPlace } from '@/lib/kinds/types';
import type { Step } from '@/lib/provenance/path';
import type { Cell } from '@/lib/tensor/tensor';
import { ownedStore } from '../owned-store';
import { FIRST_SUBJECT } from '../subject/subject';
import { keepPredicts } from './predicts';

/** A weight or bias of the network. */
export interface WeightChoice extends WeightPlace {
  readonly stage: string;
}

/** What the learner has chosen to look at. All of it can be part of the address. */
export interface Choice {
  /** The id of the network. Null: the course's. */
  readonly network: string | null;
  /** A sample's id, or an own image's. Null until the samples' list or the address has determined one. */
  readonly image: string | null;
  /** The stage that is open where a page shows several (trace, home). Lessons take theirs from the route. */
  readonly stage: string | null;
  /** The selected feature map, unit or colour channel. */
  readonly channel: number | null;
  /** The value being followed, a cell of the open stage's output. */
  readonly cell: Cell | null;
  /** The selected epoch of the recorded run. Null: the current network. */
  readonly epoch: number | null;
  /** The epoch that is pinned beside the displayed one, for comparison. */
  readonly pinned: number | null;
  /** How the two are compared. Null: side by side. */
  readonly compare: 'difference' | null;
  /** The inspected values in order, the open one last. Null: the inspector is closed. */
  readonly path: readonly Step[] | null;
  /** Which network's values they are. Null: those of the displayed network. */
  readonly of: 'pinned' | null;
  /** The weight whose changes are explained. */
  readonly weight: WeightChoice | null;
}

export interface LearnerState extends Choice {
  /**
   * Whether figures ask for a value before they show it: a preference that the browser stores and no address
   * contains.
   */
  readonly predicts: boolean;
  predict(on: boolean): void;
  /** Applies the preference that this browser has stored, or that another tab has changed. */
  takePredicts(on: boolean): void;
  /**
   * Turns to a different network; null: the course's. Everything that belongs to the previous one is reset; `image` is
   * looked at then, or else the first sample.
   */
  chooseNetwork(id: string | null, image?: string | null): void;
  chooseImage(id: string): void;
  /** Opens a stage. A different one resets channel and cell, which belong to a stage. */
  openStage(id: string): void;
  chooseChannel(channel: number | null): void;
  follow(cell: Cell | null): void;
  /** Selects the network at the end of an epoch; null: the current one. */
  travelTo(epoch: number | null): void;
  /** Pins an epoch beside the displayed one; null unpins it. */
  pin(epoch: number | null): void;
  compareBy(how: Choice['compare']): void;
  /**
   * Opens the inspector at the last value of a path, of the same network as before unless one is named; null
   * closes it.
   */
  inspect(path: Choice['path'], of?: Choice['of']): void;
  chooseWeight(weight: WeightChoice): void;
  /** Sets what an address contains; everything else stays. */
  restore(choice: Partial<Choice>): void;
}

/** What belongs to one network and its images. */
const NOTHING: Omit<Choice, 'network'> = {
  image: null,
  stage: null,
  channel: null,
  cell: null,
  epoch: null,
  pinned: null,
  compare: null,
  path: null,
  of: null,
  weight: null,
};

const [learner, set] = ownedStore<LearnerState>({
  ...NOTHING,
  network: null,
  predicts: false,
  predict(predicts) {
    set({ predicts });
    keepPredicts(predicts);
  },
  takePredicts: (predicts) => set({ predicts }),
  chooseNetwork(id, image = null) {
    const network = id === FIRST_SUBJECT ? null : id;
    set((now) => (now.network === network ? now : { ...NOTHING, network, image }));
  },
  chooseImage: (image) => set({ image }),
  openStage: (stage) => set((now) => (now.stage === stage ? now : { stage, channel: null, cell: null })),
  chooseChannel: (channel) => set({ channel }),
  follow: (cell) => set({ cell }),
  travelTo: (epoch) => set({ epoch }),
  pin: (pinned) => set(pinned === null ? { pinned, compare: null } : { pinned }),
  compareBy: (compare) => set({ compare }),
  inspect: (path, of) => set((now) => ({ path, of: path && (of === undefined ? now.of : of) })),
  chooseWeight: (weight) => set({ weight }),
  restore: (choice) => set(choice),
});

export { learner };
