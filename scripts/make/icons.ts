/** `npm run icons`: the icons of the installed site, drawn from app/icon.svg into public/icons/ and app/. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { ROOT } from '../project';

const FOLDER = join(ROOT, 'public', 'icons');
/** The paper of the light theme, as in app/icon.svg. */
const PAPER = '#fbf8f1';
/** A launcher may cut a maskable icon to a circle that is four fifths as wide (W3C, "Web Application Manifest"). */
const SAFE = 0.7;

const svg = readFileSync(join(ROOT, 'app', 'icon.svg'));
const SVG_PIXELS = 32;
const SVG_DPI = 72;

/** The drawing at this width, rendered at that size instead of enlarged afterwards. */
const drawn = (pixels: number) =>
  sharp(svg, { density: (SVG_DPI * pixels) / SVG_PIXELS }).resize(pixels, pixels);

/** The drawing in the middle of a background that reaches to every edge. */
async function onPaper(pixels: number): Promise<Sharp> {
  const input = await drawn(Math.round(pixels * SAFE)).toBuffer();
  return sharp({ create: { width: pixels, height: pixels, channels: 3, background: PAPER } }).composite([
    { input },
  ]);
}

mkdirSync(FOLDER, { recursive: true });
for (const pixels of [192, 512])
  await drawn(pixels)
    .png()
    .toFile(join(FOLDER, `icon-${pixels}.png`));
await (await onPaper(512)).png().toFile(join(FOLDER, 'maskable-512.png'));
// Next links it in every page, as Apple's devices expect.
await (await onPaper(180)).png().toFile(join(ROOT, 'app', 'apple-icon.png'));
