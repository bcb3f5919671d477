import { ownedStore } from '../owned-store';

export interface Predictions {
  /** The questions of figures that were answered or revealed since the page was opened, and those answered right. */
  readonly asked: number;
  readonly right: number;
  count(right: boolean): void;
}

/** How the learner's predictions went; it lasts as long as the page. */
const [predictions, write] = ownedStore<Predictions>({
  asked: 0,
  right: 0,
  count: (right) => write((now) => ({ asked: now.asked + 1, right: now.right + (right ? 1 : 0) })),
});

export { predictions };
