import { transfer } from 'comlink';
import type { Result } from '@/lib/result';
import type { Snapshot } from '../api';
import { within } from '../backends/within';
import type { EngineEvent } from '../protocol';
import { notKept } from '../runs/kept-network';
import type { OwnRun } from '../runs/own-run';
import type { FullState } from './network';
import { type Place, StateMemory } from './state-memory';
import { buffersOf, toSend } from './transfer';

/** What a browser has not stored by then it stores later or never; nothing waits for it. */
const LIMIT_MS = 20_000;

/** Stores what is trained: in the browser for the next visit, and with the page in case this worker dies. */
export class Keeper {
  /** Whether the page was notified that nothing can be stored: once is enough. */
  private notified = false;
  readonly memory = new StateMemory();
  /** States that are not yet stored, or that the page has not yet received. */
  private readonly underWay = new Set<Snapshot>();

  constructor(
    private readonly own: OwnRun,
    private readonly notify: (event: EngineEvent) => void,
    /** Returns a promise for when the page has it. */
    private readonly onSnapshot: (snapshot: Snapshot) => unknown,
  ) {}

  /** A run starts: the epochs of the previous one are deleted. */
  async begin(): Promise<void> {
    await within(LIMIT_MS, this.own.begin());
  }

  /** Where a state to be stored may be read into. `used`: states that are needed still, beside those that are under way. */
  placeBesides(used: readonly FullState[]): Place {
    return this.memory.besides([...used, ...this.underWay]);
  }

  /**
   * Stores the state of the network at the end of an epoch. The page has it even if the browser can't store
   * it.
   */
  async keep(snapshot: Snapshot): Promise<void> {
    // The network goes back to these very arrays when the backend is lost: those outside shared memory are copied for the
    // page. They are copied here, since with its optimizer it has 20 MB, which the page would take 0.1 s to copy.
    const sent = toSend(snapshot);
    this.underWay.add(snapshot);
    const received = this.onSnapshot(transfer(sent, buffersOf(sent)));
    const storing = this.keepHere(snapshot);
    void Promise.allSettled([storing, received]).then(() => this.underWay.delete(snapshot));
    const kept = await within(LIMIT_MS, storing);
    const answer = kept === 'late' ? notKept('it took too long') : kept;
    if (answer.ok) return;
    if (!this.notified) this.notify({ type: 'message', problem: answer.problem });
    this.notified = true;
  }

  /** The epoch is there before the network that can be trained further from it. */
  private async keepHere(snapshot: Snapshot): Promise<Result<void>> {
    const epoch = this.own.keep(snapshot.network, snapshot.weights);
    const network = await this.own.keepNetwork(snapshot, epoch);
    const kept = await epoch;
    return kept.ok ? network : kept;
  }
}
