/** Milliseconds between two whole traces while one change follows another. */
const PACE_MS = 250;

/**
 * One question at a time, and always about the newest edits: frames are dropped, never queued. A frame is a part of what
 * a trace is, so that it can follow every move; a whole trace comes when none has come for a while.
 */
export class NewestEdits {
  private busy = false;
  private stopped = false;
  /** What the newest edits have not been answered with yet. */
  private readonly owed = { frame: false, trace: false };
  private tracedAt = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** `answer` asks about the newest edits, for a whole trace or for a frame, and shows the answer. */
  constructor(private readonly answer: (whole: boolean) => Promise<void>) {}

  /** There is one edit more, or another original. */
  changed(): void {
    this.owed.frame = this.owed.trace = true;
    void this.pump();
  }

  /** A whole trace was shown: the next one may wait. */
  traced(): void {
    this.tracedAt = performance.now();
  }

  /** Asks nothing more. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.waiting);
  }

  private async pump(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (!this.stopped && (this.owed.frame || (this.owed.trace && this.isDue()))) {
      const whole = this.owed.trace && this.isDue();
      this.owed.frame = false;
      if (whole) this.owed.trace = false;
      await this.answer(whole);
    }
    this.busy = false;
    if (!this.stopped && this.owed.trace) this.wait();
  }

  private isDue(): boolean {
    return performance.now() - this.tracedAt >= PACE_MS;
  }

  private wait(): void {
    this.waiting ??= setTimeout(
      () => {
        this.waiting = undefined;
        void this.pump();
      },
      this.tracedAt + PACE_MS - performance.now(),
    );
  }
}
