/** Draws the film's flights: the planes of the network in space, into the film's own drawing. */
import { partWords } from '@/components/trace/space/part-words';
import { roomHere } from '@/components/trace/space/room';
import { Planes } from '@/components/trace/space/scene/planes';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { Flying } from '@/lib/provenance/film/leg';
import { projection, rayThrough } from '@/lib/provenance/space/camera';
import { layoutOf, pointOn, type SpaceLayout } from '@/lib/provenance/space/layout';
import { coloursFor, paintBoard } from '@/lib/provenance/space/paint';
import { pick } from '@/lib/provenance/space/pick';
import { size } from '@/lib/tensor/tensor';
import { type Pen, write } from '../drawing/pen';

/** More pixels than the screen's are not worth their time while everything moves. */
const SHARPEST = 1.5;
/** The room that a stage's name takes: the width of a letter and the height of the line, in pixels. */
const NAME = { letter: 7, height: 20 };

/** A computed colour, "rgb(23, 21, 17)" or with spaces, as its three bytes. */
const bytesOf = (colour: string): readonly number[] =>
  (colour.match(/[\d.]+/g) ?? ['0', '0', '0']).slice(0, 3).map(Number);

export class Flights {
  readonly layout: SpaceLayout;
  private readonly surface = document.createElement('canvas');
  private readonly planes: Planes;
  private painted: { readonly trace: Trace; readonly paper: string } | null = null;
  private lost = false;
  private readonly left = new AbortController();

  /**
   * `onChange` is called when the graphics card was lost, and when it is back.
   * @throws Error where there is no WebGL.
   */
  constructor(
    private readonly pipeline: Pipeline,
    onChange: () => void,
  ) {
    this.layout = layoutOf(pipeline, roomHere());
    this.planes = new Planes(this.surface, this.layout);
    const turn = (lost: boolean) => (event: Event) => {
      // Without this the browser would not restore it.
      event.preventDefault();
      this.lost = lost;
      this.painted = null;
      onChange();
    };
    const { signal } = this.left;
    this.surface.addEventListener('webglcontextlost', turn(true), { signal });
    this.surface.addEventListener('webglcontextrestored', turn(false), { signal });
  }

  /** Whether it can draw at the moment: not after the graphics card was lost. */
  get ready(): boolean {
    return !this.lost;
  }

  /** Draws a moment of a flight over what is drawn already. */
  draw(pen: Pen, trace: Trace, { pose, opacity }: Flying, screen: { width: number; height: number }): void {
    this.paint(trace, pen);
    this.planes.draw(pose, screen, Math.min(pen.ratio, SHARPEST));
    const { context } = pen;
    context.globalAlpha = opacity;
    context.fillStyle = pen.paper;
    context.fillRect(0, 0, screen.width, screen.height);
    context.imageSmoothingEnabled = true;
    // In the same task as it was drawn: the browser clears it afterwards.
    context.drawImage(this.surface, 0, 0, screen.width, screen.height);
    this.name(pen, pose, screen);
    context.globalAlpha = 1;
  }

  /** The stages' names above their planes, as far as there is room. */
  private name(pen: Pen, pose: Flying['pose'], screen: { width: number; height: number }): void {
    const project = projection(pose, screen);
    const taken: { x: number; y: number; half: number }[] = [];
    for (const board of this.layout.boards) {
      const at = project(pointOn(board, board.size.width / 2, 0));
      if (!at || at.y < 0 || at.y > screen.height || at.x < 0 || at.x > screen.width) continue;
      // Where there is no room above the plane, its name stands on it.
      const y = Math.max(at.y, NAME.height);
      // A stage that is drawn in part says so.
      const text = board.shown < board.all ? partWords(board) : board.stage;
      const half = (text.length * NAME.letter) / 2 + 4;
      const meets = (other: (typeof taken)[number]) =>
        Math.abs(other.x - at.x) < half + other.half && Math.abs(other.y - y) < NAME.height;
      if (taken.some(meets)) continue;
      // Nothing is written about what stands behind something else there.
      const before = pick(this.layout, rayThrough(pose, screen, at.x, y - NAME.height / 2));
      if (before && before.board !== board && before.depth < at.depth) continue;
      taken.push({ x: at.x, y, half });
      write(pen, text, at.x, y - NAME.height / 2, { colour: pen.ink, size: 13 });
    }
  }

  private paint(trace: Trace, { paper, line, dark }: Pen): void {
    if (this.painted?.trace === trace && this.painted.paper === paper) return;
    this.painted = { trace, paper };
    const [red, green, blue] = bytesOf(paper);
    const ground = ((0xff << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    this.planes.outline(bytesOf(line));
    for (const [at, board] of this.layout.boards.entries()) {
      const stage = this.pipeline.stages[at];
      const tensor = trace.stages.find((one) => one.stage === stage.id);
      this.planes.repaint(at, (pixels) => {
        if (!tensor || tensor.values.length !== size(stage.output)) return pixels.fill(ground);
        const colours = coloursFor(board, tensor.values, ground, stage.brightness, dark);
        paintBoard(board, tensor, colours, pixels);
      });
    }
  }

  end(): void {
    this.left.abort();
    this.planes.end();
  }
}
