/** Frames may take as long as this on average, in milliseconds; slower ones are drawn with fewer pixels. */
const SLOW = 30;
const QUICK = 19;
const LEAST = 0.5;
/** A pause in between is no frame. */
const PAUSE = 250;
/** At rest edges are smoothed by drawing more pixels than the screen has. */
const STILL = 2;

/** How many pixels are drawn for each of the screen's: as many as the machine can keep up with. */
export class FramePace {
  private ratio = Math.min(window.devicePixelRatio, STILL);
  private last = 0;
  private average = 24;

  /** For a frame of a movement that begins at `time`. */
  moving(time: number): number {
    const took = time - this.last;
    this.last = time;
    if (took <= 0 || took > PAUSE) return this.ratio;
    this.average += (took - this.average) / 6;
    if (this.average > SLOW) this.change(0.8);
    else if (this.average < QUICK) this.change(1.1);
    return this.ratio;
  }

  rest(): void {
    this.last = 0;
  }

  still(): number {
    return Math.max(Math.min(window.devicePixelRatio, STILL), this.ratio <= 0.75 ? 1 : STILL);
  }

  private change(by: number): void {
    const most = Math.min(window.devicePixelRatio, STILL);
    const next = Math.max(LEAST, Math.min(most, this.ratio * by));
    if (next !== this.ratio) this.average = (SLOW + QUICK) / 2;
    this.ratio = next;
  }
}
