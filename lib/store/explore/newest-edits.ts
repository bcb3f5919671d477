/** Milliseconds between two complete traces during continuous changes. */
const PACE_MS = 250;

/**
 * One request at a time, always about the newest edits: frames are dropped, never queued. A frame is a part
 * of a trace, so that it can follow every move; a complete trace comes when none has come for a while.
 */
export class NewestEdits {
  private busy = false;
  private stopped = false;
  /** The responses that the newest edits still lack. */
  private readonly owed = { frame: false, trace: false };
  private tracedAt = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** `answer` requests a complete trace or a frame for the newest edits, and shows it. */
  constructor(private readonly answer: (whole: boolean) => Promise<void>) {}

  /** There is one more edit, or a new original. */
  changed(): void {
    this.owed.frame = this.owed.trace = true;
    void this.pump();
  }

  /** A complete trace was shown: the next one may wait. */
  traced(): void {
    this.tracedAt = performance.now();
  }

  /** Makes no more requests. */
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
