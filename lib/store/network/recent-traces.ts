import type { Moment } from '@/lib/network/run';
import type { Pixels, Trace } from '@/lib/network/trace';

interface Kept {
  readonly pixels: Pixels;
  readonly moment: Moment;
  readonly trace: Trace;
}

/** The newest traces of recorded epochs, so that going back and forth between them asks for nothing. */
export class RecentTraces {
  private kept: readonly Kept[] = [];

  /** A trace with its weights has some eight megabytes, so `most` is small. */
  constructor(private readonly most: number) {}

  /** The trace of a picture at a moment, where it is kept; it then counts as the newest. */
  find(pixels: Pixels, moment: Moment): Trace | null {
    const found = this.kept.find((one) => isOf(one, pixels, moment));
    if (found) this.kept = [found, ...this.kept.filter((one) => one !== found)];
    return found?.trace ?? null;
  }

  keep(pixels: Pixels, moment: Moment, trace: Trace): void {
    const others = this.kept.filter((one) => one.pixels === pixels && !isOf(one, pixels, moment));
    this.kept = [{ pixels, moment, trace }, ...others].slice(0, this.most);
  }

  /** Another run, or another backend: its epochs are others. */
  forget(): void {
    this.kept = [];
  }
}

const isOf = (one: Kept, pixels: Pixels, { run, epoch }: Moment): boolean =>
  one.pixels === pixels && one.moment.run === run && one.moment.epoch === epoch;
