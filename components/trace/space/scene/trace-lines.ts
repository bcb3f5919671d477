import { type Pose, projection, type Screen } from '@/lib/provenance/space/camera';
import type { ValueLinks } from '@/lib/provenance/space/links';
import type { Vector3 } from '@/lib/provenance/space/vector';

/** The widest line, in pixels of the page, and the width of a view from which on it is that wide. */
const WIDEST = 4.5;
const WIDE_VIEW = 1000;
const THINNEST = 0.5;
/** A negative contribution. */
const DASHES = [5, 4];
/** A value is marked by a ring where its square would be smaller than this. */
const SMALL = 5;
/** How far the paper's colour reaches beyond the outline of the value. */
const EDGE = 1.5;

/**
 * Draws what is traced, flat above the planes: the value, the lines from what made it, and the patch of the image
 * with the lines that lead to it. All in the canvas's own text colour, which is the accent.
 */
export function drawLinks(
  canvas: HTMLCanvasElement,
  pose: Pose,
  screen: Screen,
  of: readonly ValueLinks[],
  ratio: number,
) {
  const context = canvas.getContext('2d');
  if (!context) return;
  const [width, height] = [Math.round(screen.width * ratio), Math.round(screen.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, screen.width, screen.height);
  const { color: accent, caretColor: paper } = getComputedStyle(canvas);
  context.lineJoin = 'round';
  const widest = Math.max(2, WIDEST * Math.min(1, screen.width / WIDE_VIEW));
  const pen = penOf(context, projection(pose, screen));
  for (const { value, links, field } of of) {
    context.strokeStyle = accent;
    for (const outline of field) {
      pen.line(outline, true, 1.5, 0.95);
      for (const [n, corner] of outline.entries()) pen.line([corner, value[n]], false, 0.75, 0.45);
    }
    for (const { from, to, share, negative } of links) {
      context.setLineDash(negative ? DASHES : []);
      pen.line([from, to], false, THINNEST + (widest - THINNEST) * share, 0.3 + 0.6 * share);
    }
    context.setLineDash([]);
    // On the paper's colour: the accent may have the colour of the values that it stands on.
    for (const [colour, wider] of [
      [paper, 2 * EDGE],
      [accent, 0],
    ] as const) {
      context.strokeStyle = colour;
      pen.line(value, true, 2 + wider, 1);
      pen.ring(value, 1.75 + wider);
    }
  }
  context.globalAlpha = 1;
}

function penOf(context: CanvasRenderingContext2D, project: ReturnType<typeof projection>) {
  return {
    /** A line through points; not drawn where one of them is behind the camera. */
    line(points: readonly Vector3[], closed: boolean, width: number, opacity: number) {
      const places = points.map(project);
      context.beginPath();
      for (const place of places) {
        if (!place) return;
        context.lineTo(place.x, place.y);
      }
      if (closed) context.closePath();
      context.lineWidth = width;
      context.globalAlpha = opacity;
      context.stroke();
    },
    ring(corners: readonly Vector3[], width: number) {
      const [a, , b] = corners.map(project);
      if (!a || !b || Math.hypot(a.x - b.x, a.y - b.y) > SMALL * 1.5) return;
      context.beginPath();
      context.arc((a.x + b.x) / 2, (a.y + b.y) / 2, SMALL, 0, 2 * Math.PI);
      context.lineWidth = width;
      context.globalAlpha = 1;
      context.stroke();
    },
  };
}
