import type { Result } from '@/lib/result';
import type { Snapshot } from '../api';
import { within } from '../backends/within';
import type { EngineEvent } from '../protocol';
import { notKept } from '../runs/kept-network';
import type { OwnRun } from '../runs/own-run';

/** What a browser has not kept by then it keeps later or never; nobody waits for it. */
const LIMIT_MS = 20_000;

/** Keeps what is trained: in the browser for the next visit, and with the page should this worker die. */
export class Keeper {
  /** Whether the page was notified that nothing can be kept: once is enough. */
  private notified = false;

  constructor(
    private readonly own: OwnRun,
    private readonly notify: (event: EngineEvent) => void,
    private readonly onSnapshot: (snapshot: Snapshot) => void,
  ) {}

  /** A run begins: the epochs of the one before are deleted. */
  async begin(): Promise<void> {
    await within(LIMIT_MS, this.own.begin());
  }

  /** Keeps the state of the network at the end of an epoch. What the browser can't keep the page has all the same. */
  async keep(snapshot: Snapshot): Promise<void> {
    // A copy goes to the page: these very arrays are what the network goes back to when the backend is lost.
    this.onSnapshot(snapshot);
    const kept = await within(LIMIT_MS, this.keepHere(snapshot));
    const answer = kept === 'late' ? notKept('it took too long') : kept;
    if (answer.ok) return;
    if (!this.notified) this.notify({ type: 'message', problem: answer.problem });
    this.notified = true;
  }

  private async keepHere(snapshot: Snapshot): Promise<Result<void>> {
    const epoch = await this.own.keep(snapshot.network, snapshot.weights);
    const network = await this.own.keepNetwork(snapshot);
    return epoch.ok ? network : epoch;
  }
}
