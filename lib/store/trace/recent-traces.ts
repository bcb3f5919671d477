import type { EpochHandle } from '@/lib/network/handle';
import type { Pixels, Trace } from '@/lib/network/trace';

interface Kept {
  readonly pixels: Pixels;
  readonly of: EpochHandle;
  readonly trace: Trace;
}

/** The newest traces of recorded epochs, so that switching between them needs no requests. */
export class RecentTraces {
  private kept: readonly Kept[] = [];

  /** A trace with its weights takes about eight megabytes, so `most` is small. */
  constructor(private readonly most: number) {}

  /** The cached trace of an image at an epoch; it then counts as the newest. */
  find(pixels: Pixels, epoch: EpochHandle): Trace | null {
    const found = this.kept.find((one) => isOf(one, pixels, epoch));
    if (found) this.kept = [found, ...this.kept.filter((one) => one !== found)];
    return found?.trace ?? null;
  }

  keep(pixels: Pixels, epoch: EpochHandle, trace: Trace): void {
    const others = this.kept.filter((one) => one.pixels === pixels && !isOf(one, pixels, epoch));
    this.kept = [{ pixels, of: epoch, trace }, ...others].slice(0, this.most);
  }

  /** The run or the backend has changed, and with it the traces of its epochs. */
  forget(): void {
    this.kept = [];
  }
}

const isOf = (one: Kept, pixels: Pixels, handle: EpochHandle): boolean =>
  one.pixels === pixels && one.of.run === handle.run && one.of.epoch === handle.epoch;
