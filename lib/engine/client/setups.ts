import type { CopyHandle } from '@/lib/network/handle';
import { OWN } from '@/lib/network/handle';
import type { WeightSet } from '@/lib/network/weights';
import type { Snapshot } from '../api';
import { type CopySetup, isCopy, type OwnSetup, type Setup } from '../protocol';

/** What the open networks are set up from again, should the worker die that they are in. */
export class Setups {
  private own: OwnSetup | null = null;
  private readonly copies = new Map<number, CopySetup>();

  /** In the order in which they are set up. */
  get all(): readonly Setup[] {
    return [...(this.own ? [this.own] : []), ...this.copies.values()];
  }

  /** A network was set up just now, or some of a copy's weights were changed. */
  remember(setup: Setup): void {
    if (isCopy(setup)) this.rememberCopy(setup);
    // An opened run is gone with its worker. Its state came in a snapshot.
    else if (typeof setup.source === 'string' || !('opened' in setup.source))
      this.own = { subject: this.own?.subject, files: this.own?.files, ...setup };
  }

  private rememberCopy(setup: CopySetup): void {
    const { handle, architecture, source } = setup;
    const before = this.copies.get(handle.copy);
    const same = JSON.stringify(before?.architecture) === JSON.stringify(architecture);
    const weights = same ? { ...before?.source.weights, ...source.weights } : source.weights;
    this.copies.set(handle.copy, { ...setup, source: { ...source, weights } });
  }

  /** A newer state of the engine's own network, which takes the place of what it was set up from. */
  keep({ architecture, ...source }: Snapshot): void {
    const { subject, files } = this.own ?? {};
    this.own = { handle: OWN, architecture, source, subject, files };
  }

  /** A run begins anew: the one that was kept before it can't be resumed any more. */
  forgetRun(): void {
    const { own } = this;
    if (!own || typeof own.source !== 'object' || !('weights' in own.source)) return;
    this.own = { ...own, source: { ...own.source, optimizer: null } };
  }

  /** The weights that a copy was given. */
  weightsOf({ copy }: CopyHandle): WeightSet {
    return this.copies.get(copy)?.source.weights ?? {};
  }

  forgetCopy({ copy }: CopyHandle): void {
    this.copies.delete(copy);
  }
}
