/** Hands on what comes one by one in groups: the first at once, and then what has come every so many milliseconds. */
export class Together<T> {
  private waiting: T[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    /** How far apart it hands on, asked each time. */
    private readonly milliseconds: () => number,
    private readonly handOn: (all: readonly T[]) => void,
  ) {}

  add(one: T): void {
    this.waiting.push(one);
    if (this.timer === null) this.next();
  }

  /** Hands on what has come, before something that comes after it. */
  flush(): void {
    const all = this.waiting;
    this.waiting = [];
    if (all.length > 0) this.handOn(all);
  }

  /** Nobody wants what has come. */
  drop(): void {
    this.waiting = [];
  }

  private next(): void {
    if (this.waiting.length === 0) {
      this.timer = null;
      return;
    }
    this.timer = setTimeout(() => this.next(), this.milliseconds());
    this.flush();
  }
}
