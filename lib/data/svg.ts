import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/own-image';
import type { Drawable } from './drawable';
import type { Size } from './image-formats/format';

/** A drawing has no pixels of its own: its shorter side counts as many as the largest part that is read. */
const SHORTER_SIDE = 1024;
const LONGEST_SIDE = 16_384;
/** The default size in CSS. */
const DEFAULT_SIZE: Size = { width: 300, height: 150 };

/** Whether a file is the text of a drawing, in an encoding of one or two bytes per character. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 1 << 14)).replaceAll('\0', '');
  return /<([\w-]+:)?svg[\s>]/.test(start);
}

/**
 * Reads a drawing. Nothing that it refers to is fetched: browsers render an image in isolation. Page only.
 */
export async function openSvg(bytes: Uint8Array, name: string): Promise<Result<Drawable>> {
  const root = new DOMParser().parseFromString(textOf(bytes), 'image/svg+xml').documentElement;
  if (root.querySelector('parsererror') || root.nodeName === 'parsererror') {
    return fail(words.damaged({ name, format: 'SVG' }), root.textContent ?? undefined);
  }
  if (!(root instanceof SVGSVGElement)) return fail(words.noImage({ name }));
  const natural = sizeOf(root);
  if (!(natural.width > 0 && natural.height > 0)) return fail(words.noSize({ name }));
  const size = enlarged(natural);
  if (!root.hasAttribute('viewBox')) root.setAttribute('viewBox', `0 0 ${natural.width} ${natural.height}`);
  // Browsers disagree on drawings whose size is missing or relative; this one has a size.
  for (const side of ['width', 'height'] as const) {
    root.style.removeProperty(side);
    root.setAttribute(side, String(size[side]));
  }
  return paintable(new XMLSerializer().serializeToString(root), size, name);
}

async function paintable(svg: string, size: Size, name: string): Promise<Result<Drawable>> {
  const source = new Image();
  // Chromium lets no page read the pixels of a blob with a foreignObject, but those of a data address it
  // does.
  source.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  try {
    await source.decode();
  } catch (error) {
    return fail(words.damaged({ name, format: 'SVG' }), String(error));
  }
  return ok({ source, orientation: 1, ...size });
}

/** The text, decoded by its declared encoding or its first bytes. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
    String.fromCharCode(...bytes.subarray(0, 200)),
  );
  try {
    return new TextDecoder(declared?.[1]).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Width and height as given; a missing one follows from the viewBox. */
function sizeOf(root: SVGSVGElement): Size {
  const width = pixels(root.width);
  const height = pixels(root.height);
  if (width !== null && height !== null) return { width, height };
  if (!root.hasAttribute('viewBox')) {
    return { width: width ?? DEFAULT_SIZE.width, height: height ?? DEFAULT_SIZE.height };
  }
  const frame = root.viewBox.baseVal;
  const ratio = frame.width / frame.height;
  if (width !== null) return { width, height: width / ratio };
  if (height !== null) return { width: height * ratio, height };
  return { width: frame.width, height: frame.height };
}

/** Null where a side is missing or relative to the surroundings. */
function pixels({ baseVal }: SVGAnimatedLength): number | null {
  const relative = new Set<number>([
    SVGLength.SVG_LENGTHTYPE_PERCENTAGE,
    SVGLength.SVG_LENGTHTYPE_EMS,
    SVGLength.SVG_LENGTHTYPE_EXS,
    SVGLength.SVG_LENGTHTYPE_UNKNOWN,
  ]);
  return relative.has(baseVal.unitType) ? null : baseVal.value;
}

function enlarged({ width, height }: Size): Size {
  const scale = Math.min(SHORTER_SIDE / Math.min(width, height), LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
