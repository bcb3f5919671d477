/** Saves a figure of the page as a file. */
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/save-image';
import { saveFile } from '../save-file';
import { figureSvg, labelOf } from './figure-svg';

export const FORMATS = ['svg', 'png'] as const;
export type ImageFormat = (typeof FORMATS)[number];

/** Pixels of the PNG for one of the page, so that text stays sharp in print. */
const SHARPER = 2;

/** A text as a part of a file's name: "First convolution" becomes "first-convolution". */
const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

async function asPng(svg: string, width: number, height: number): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SHARPER);
  canvas.height = Math.round(height * SHARPER);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Saves it; `about` says what it shows, such as the epoch, and becomes part of the file's name. Fails with a sentence. */
export async function saveFigure(
  figure: Element,
  format: ImageFormat,
  about: readonly string[],
): Promise<Result<string>> {
  // "First convolution: its 32 feature maps": what it is of is enough.
  const [what] = labelOf(figure).split(':');
  const name = `${[what, ...about].map(slugOf).filter(Boolean).join('-') || 'figure'}.${format}`;
  try {
    const svg = figureSvg(figure);
    const text = new XMLSerializer().serializeToString(svg);
    const [width, height] = ['width', 'height'].map((side) => Number(svg.getAttribute(side)));
    const file = format === 'svg' ? new Blob([text]) : await asPng(text, width, height);
    if (!file) return fail(words.failed());
    saveFile(name, file);
    return ok(name);
  } catch (error) {
    return fail(words.failed(), String(error));
  }
}
