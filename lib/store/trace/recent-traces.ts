import type { EpochHandle } from '@/lib/network/handle';
import type { Pixels, Trace } from '@/lib/network/trace';

interface Kept {
  readonly pixels: Pixels;
  readonly of: EpochHandle;
  readonly trace: Trace;
}

/** The newest traces of recorded epochs, so that going back and forth between them asks for nothing. */
export class RecentTraces {
  private kept: readonly Kept[] = [];

  /** A trace with its weights has some eight megabytes, so `most` is small. */
  constructor(private readonly most: number) {}

  /** The trace of an image at an epoch, where it is kept; it then counts as the newest. */
  find(pixels: Pixels, epoch: EpochHandle): Trace | null {
    const found = this.kept.find((one) => isOf(one, pixels, epoch));
    if (found) this.kept = [found, ...this.kept.filter((one) => one !== found)];
    return found?.trace ?? null;
  }

  keep(pixels: Pixels, epoch: EpochHandle, trace: Trace): void {
    const others = this.kept.filter((one) => one.pixels === pixels && !isOf(one, pixels, epoch));
    this.kept = [{ pixels, of: epoch, trace }, ...others].slice(0, this.most);
  }

  /** Another run, or another backend: its epochs are others. */
  forget(): void {
    this.kept = [];
  }
}

const isOf = (one: Kept, pixels: Pixels, handle: EpochHandle): boolean =>
  one.pixels === pixels && one.of.run === handle.run && one.of.epoch === handle.epoch;
