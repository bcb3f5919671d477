/** Frames may take as long as this on average, in milliseconds; slower ones are drawn with fewer pixels. */
const SLOW = 30;
const QUICK = 19;
const LEAST = 0.5;
/** A pause in between is no frame. */
const PAUSE = 250;

/** At rest edges are smoothed by drawing more pixels than the screen has, as many of these as are drawn in time. */
const STILLS = [1, 1.25, 1.5, 2] as const;
/** The page does nothing else while a still frame is drawn by the processor, so it may take no longer than this. */
const LATE = 60;
/** As quick as this the next larger frame is in time too. */
const EASY = 20;
/** What lies between is no frame: the tab was hidden, or something else was computed. */
const ELSEWHERE = 1000;

/** How many pixels are drawn for each of the screen's: as many as the machine can keep up with. */
export class FramePace {
  private ratio: number;
  private last = 0;
  private average = 24;
  /** Which of the stills is drawn at rest. */
  private stills = 0;

  /** `density`: the pixels of the screen for each of the page's. */
  constructor(private readonly density: () => number) {
    this.ratio = this.sharpest();
  }

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
    return Math.max(this.sharpest(), STILLS[this.stills]);
  }

  /** A still frame took so long until the next one. Whether a sharper one can be drawn in time. */
  stood(took: number): boolean {
    if (took > ELSEWHERE) return false;
    const before = this.still();
    if (took > LATE) this.stills = Math.max(0, this.stills - 1);
    else if (took < EASY) this.stills = Math.min(STILLS.length - 1, this.stills + 1);
    return this.still() > before;
  }

  /** Each of the screen's pixels once, as far as that is seen. */
  private sharpest(): number {
    return Math.min(this.density(), STILLS[STILLS.length - 1]);
  }

  private change(by: number): void {
    const next = Math.max(LEAST, Math.min(this.sharpest(), this.ratio * by));
    if (next !== this.ratio) this.average = (SLOW + QUICK) / 2;
    this.ratio = next;
  }
}
