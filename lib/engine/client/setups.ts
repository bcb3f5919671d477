import type { CopyHandle } from '@/lib/network/handle';
import { OWN } from '@/lib/network/handle';
import type { WeightSet } from '@/lib/network/weights';
import type { Snapshot } from '../api';
import { type CopySetup, isCopy, type OwnSetup, type Setup, withWeights } from '../protocol';

/** The data for setting up the open networks again, if their worker dies. */
export class Setups {
  private own: OwnSetup | null = null;
  private readonly copies = new Map<number, CopySetup>();

  /** In the order of setting up. */
  get all(): readonly Setup[] {
    return [...(this.own ? [this.own] : []), ...this.copies.values()];
  }

  /** A network was set up, or some of a copy's weights were changed. */
  remember(setup: Setup): void {
    if (isCopy(setup)) this.rememberCopy(setup);
    // An opened run is lost with its worker. Its state came in a snapshot.
    else if (typeof setup.source === 'string' || !('opened' in setup.source))
      this.own = { subject: this.own?.subject, files: this.own?.files, ...setup };
  }

  private rememberCopy(setup: CopySetup): void {
    const { handle, architecture } = setup;
    const before = this.copies.get(handle.copy);
    const source = withWeights(setup.source, before?.source.weights ?? {});
    const same = JSON.stringify(before?.architecture) === JSON.stringify(architecture);
    const weights = same ? { ...before?.source.weights, ...source.weights } : source.weights;
    this.copies.set(handle.copy, { ...setup, source: { ...source, weights } });
  }

  /** A newer state of the engine's own network, which replaces its earlier set-up data. */
  keep({ architecture, ...source }: Snapshot): void {
    const { subject, files } = this.own ?? {};
    this.own = { handle: OWN, architecture, source, subject, files };
  }

  /** A new run starts: the one that was stored before it can't be resumed any more. */
  forgetRun(): void {
    const { own } = this;
    if (!own || typeof own.source !== 'object' || !('weights' in own.source)) return;
    this.own = { ...own, source: { ...own.source, optimizer: null } };
  }

  /** The weights that were sent to a copy. */
  weightsOf({ copy }: CopyHandle): WeightSet {
    return this.copies.get(copy)?.source.weights ?? {};
  }

  forgetCopy({ copy }: CopyHandle): void {
    this.copies.delete(copy);
  }
}
