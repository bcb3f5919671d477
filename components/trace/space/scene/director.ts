/** Moves the camera and draws, only while something changes. Knows the page's elements, but no React. */
import { flight, type Pose, type Screen } from '@/lib/provenance/space/camera';
import type { SpaceLayout } from '@/lib/provenance/space/layout';
import type { ValueLinks } from '@/lib/provenance/space/links';
import { poseOf, type Sight } from '@/lib/provenance/space/view';
import { FramePace } from './frame-pace';
import { placeLabels } from './place-labels';
import type { Planes } from './planes';
import { drawLinks } from './trace-lines';

export interface Stand {
  readonly canvas: HTMLCanvasElement;
  readonly lines: HTMLCanvasElement;
  labels(): readonly (HTMLElement | null)[];
}

/** After this many milliseconds without a change the scene is drawn once more, as sharp as it can be. */
const STILL_MS = 180;

export class Director {
  private pose: Pose | null = null;
  private screen: Screen = { width: 0, height: 0 };
  private flying: { from: Pose; to: Pose; start: number; ms: number } | null = null;
  private links: readonly ValueLinks[] = [];
  private frame = 0;
  private stood = 0;
  private rest: ReturnType<typeof setTimeout> | undefined;
  /** What the next frame has to draw: the lines above the planes alone, or everything. */
  private wanted: 'lines' | 'everything' = 'everything';
  private moving = false;
  private widths: number[] = [];
  private readonly pace = new FramePace(() => window.devicePixelRatio);
  /** Called when the learner moves the camera: whatever moves it by itself stops. */
  onInterrupt: (() => void) | null = null;
  /** What is shown until the learner moves the camera; it follows the size of the window. */
  private sight: Sight | null = { of: 'everything' };

  constructor(
    private readonly planes: Planes,
    private readonly layout: SpaceLayout,
    private readonly stand: Stand,
  ) {}

  /** Where the camera is, or is going to. */
  view(): { readonly pose: Pose; readonly screen: Screen } | null {
    return this.pose ? { pose: this.flying?.to ?? this.pose, screen: this.screen } : null;
  }

  /** What the last flight led to, as long as the learner has not moved the camera. */
  seen(): Sight | null {
    return this.sight;
  }

  /** Where the camera is now. */
  now(): { readonly pose: Pose; readonly screen: Screen } | null {
    return this.pose ? { pose: this.pose, screen: this.screen } : null;
  }

  resize(screen: Screen): void {
    this.screen = screen;
    this.widths = this.stand.labels().map((label) => label?.offsetWidth ?? 0);
    if (screen.width === 0 || screen.height === 0) return;
    if (this.sight) {
      this.pose = poseOf(this.sight, this.layout, screen);
      this.flying = null;
    }
    this.changed();
  }

  /** Lines are drawn about these values. */
  show(links: readonly ValueLinks[]): void {
    this.links = links;
    this.request();
  }

  /** Flies there in this many milliseconds; 0: is there at once. `tour`: as a part of a flight from stage to stage. */
  flyTo(sight: Sight, ms: number, tour = false): void {
    if (!tour) this.onInterrupt?.();
    this.move(poseOf(sight, this.layout, this.screen), ms);
    this.sight = sight;
  }

  /** Moves the camera to a pose. */
  go(to: Pose, ms = 0): void {
    this.onInterrupt?.();
    this.sight = null;
    this.move(to, ms);
  }

  private move(to: Pose, ms: number): void {
    if (ms === 0 || !this.pose) {
      this.pose = to;
      this.flying = null;
    } else this.flying = { from: this.pose, to, start: performance.now(), ms };
    this.moving = true;
    this.changed();
  }

  /** The planes are different: one frame is drawn. */
  changed(): void {
    this.wanted = 'everything';
    this.request();
  }

  /** One frame at once: whoever reads the pixels finds them there. */
  drawNow(): void {
    cancelAnimationFrame(this.frame);
    this.wanted = 'everything';
    this.draw(performance.now());
  }

  end(): void {
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.stood);
    clearTimeout(this.rest);
    this.planes.end();
  }

  private request(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame((time) => this.draw(time));
  }

  private draw(time: number): void {
    this.frame = 0;
    if (this.flying) {
      const { from, to, start, ms } = this.flying;
      const share = (time - start) / ms;
      this.pose = flight(from, to, share);
      if (share >= 1) this.flying = null;
    }
    const { pose, screen } = this;
    if (!pose || screen.width === 0) return;
    if (this.wanted === 'everything') {
      if (!this.moving) this.watchStill();
      this.planes.draw(pose, screen, this.moving ? this.pace.moving(time) : this.pace.still());
      placeLabels(this.stand.labels(), this.widths, this.layout, pose, screen);
      this.wanted = 'lines';
    }
    drawLinks(this.stand.lines, pose, screen, this.links, Math.min(2, window.devicePixelRatio));
    if (this.flying) this.changed();
    else if (this.moving) {
      clearTimeout(this.rest);
      this.rest = setTimeout(() => this.sharpen(), STILL_MS);
    }
  }

  /** Where a still frame was drawn quickly, it is drawn once more, sharper. */
  private watchStill(): void {
    const start = performance.now();
    cancelAnimationFrame(this.stood);
    this.stood = requestAnimationFrame(() => {
      const sharper = this.pace.stood(performance.now() - start);
      if (sharper && !this.moving) this.changed();
    });
  }

  private sharpen(): void {
    if (this.flying) return;
    this.pace.rest();
    this.moving = false;
    this.changed();
  }
}
