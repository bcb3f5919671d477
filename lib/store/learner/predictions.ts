/* How often the learner predicted right in this visit. Written only by its action, below. */
import { ownedStore } from '../owned-store';

export interface Predictions {
  /**
   * The figures' questions that were answered or revealed since the page was opened; below, those answered
   * correctly.
   */
  readonly asked: number;
  readonly right: number;
  count(right: boolean): void;
}

/** The results of the learner's predictions; kept as long as the page. */
const [predictions, write] = ownedStore<Predictions>({
  asked: 0,
  right: 0,
  count: (right) => write((now) => ({ asked: now.asked + 1, right: now.right + (right ? 1 : 0) })),
});

export { predictions };
