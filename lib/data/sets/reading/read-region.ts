import { contextOf, type Drawable, isDrawing, MAX_PART_SIDE, paint } from '../../drawable';
import type { Region } from '../../resample';

/** The pixels of a region, and where it is among them; a side is scaled down only if it is longer than {@link MAX_PART_SIDE}. */
export function readRegion(drawable: Drawable, { x, y, width, height }: Region) {
  const read = ([from, length]: readonly [number, number]) => {
    const start = Math.floor(from);
    const whole = Math.max(1, Math.ceil(from + length) - start);
    const scale = Math.min(isDrawing(drawable) ? Number.POSITIVE_INFINITY : 1, MAX_PART_SIDE / whole);
    return {
      start,
      scale,
      side: Math.ceil(whole * scale),
      from: (from - start) * scale,
      length: length * scale,
    };
  };
  const [across, down] = [read([x, width]), read([y, height])];
  const context = contextOf({ width: across.side, height: down.side });
  context.scale(across.scale, down.scale);
  context.translate(-across.start, -down.start);
  paint(context, drawable);
  const region: Region = { x: across.from, y: down.from, width: across.length, height: down.length };
  return { image: context.getImageData(0, 0, across.side, down.side), region };
}
