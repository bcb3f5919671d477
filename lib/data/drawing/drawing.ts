import { drawLine, drawStroke, emptyInk, PAD_SIDE, PEN_RADIUS, type Point, type Stroke } from './ink';

/** What is drawn on a square pad, stroke by stroke, with a way back. */
export class Drawing {
  /** Always up to date; the same object for as long as the drawing lives. */
  readonly ink = emptyInk(PAD_SIDE, PAD_SIDE);
  private now: readonly Stroke[] = [];
  /** What was drawn before each stroke and before each clearing, the oldest first. */
  private readonly before: (readonly Stroke[])[] = [];

  get strokes(): number {
    return this.now.length;
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  /** The pen touches the pad: a stroke begins with a dot. */
  begin(at: Point): void {
    this.before.push(this.now);
    this.now = [...this.now, [at]];
    drawLine(this.ink, at, at, PEN_RADIUS);
  }

  /** The pen goes on in straight lines through these points. Without a stroke nothing happens. */
  extend(points: readonly Point[]): void {
    const last = this.now.at(-1);
    if (!last) return;
    const from = last[last.length - 1];
    drawStroke(this.ink, [from, ...points], PEN_RADIUS);
    this.now = [...this.now.slice(0, -1), [...last, ...points]];
  }

  /** Takes the last stroke away, or brings back what was cleared. */
  undo(): void {
    const now = this.before.pop();
    if (now) this.show(now);
  }

  /** Leaves the pad empty. */
  clear(): void {
    if (this.now.length === 0) return;
    this.before.push(this.now);
    this.show([]);
  }

  private show(strokes: readonly Stroke[]): void {
    this.now = strokes;
    this.ink.values.fill(0);
    for (const stroke of strokes) drawStroke(this.ink, stroke, PEN_RADIUS);
  }
}
