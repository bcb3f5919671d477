/** A video for Chromium's fake camera: scenes that follow one another, each with a thing that a hand moves about. */
import { join } from 'node:path';
import { randomLcg, randomUniform } from 'd3-random';
import sharp from 'sharp';
import { ROOT } from '../../../project';

export const WIDTH = 640;
export const HEIGHT = 480;
/** As Chromium plays such a file. */
const FRAMES_PER_SECOND = 30;
/** The thing has moved in every third frame: the page takes ten a second. */
const REPEATED = 3;
/** Of one scene. */
export const SECONDS = 10;
/** How wide a grey band there is at the left: the page takes the middle square of a frame, without it. */
const BAND = 40;

/** The brightness of the band, which shows what scene it is. */
export const bandOf = (scene: number): number => 40 + 80 * scene;

/** The place where the page's preview is read to recognize the scene. */
export const BAND_AT = { x: BAND / 2, y: HEIGHT / 2 };

/** A frame: a thing turned, shifted, nearer or farther, lighter or darker, on a ground with noise. */
async function frameOf(thing: string, scene: number, random: () => number): Promise<Buffer> {
  const between = (from: number, to: number) => randomUniform.source(random)(from, to)();
  const side = Math.round(between(220, 340));
  const turned = await sharp(join(ROOT, 'public', 'images', 'samples', `${thing}.png`))
    .resize(side, side, { kernel: 'cubic' })
    .modulate({ brightness: between(0.75, 1.25) })
    .ensureAlpha()
    .rotate(between(-20, 20), { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .resize(HEIGHT - 60, HEIGHT - 60, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = Math.round((WIDTH - turned.info.width) / 2 + between(-50, 50));
  const top = Math.round((HEIGHT - turned.info.height) / 2 + between(-25, 25));
  const band = Math.round(bandOf(scene));
  const ground = { r: 150, g: 140, b: 125 };
  const noise = await sharp({
    create: {
      width: WIDTH,
      height: HEIGHT,
      channels: 3,
      background: ground,
      noise: { type: 'gaussian', mean: between(110, 160), sigma: 12 },
    },
  })
    .png()
    .toBuffer();
  const strip = {
    width: BAND,
    height: HEIGHT,
    channels: 3,
    background: { r: band, g: band, b: band },
  } as const;
  return sharp(noise)
    .composite([
      { input: turned.data, left, top },
      { input: await sharp({ create: strip }).png().toBuffer(), left: 0, top: 0 },
    ])
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** The scenes of these things one after the other, as Motion JPEG: `samples` of public/images without ".png". */
export async function videoOf(samples: readonly string[]): Promise<Buffer> {
  const random = randomLcg(7);
  const frames: Buffer[] = [];
  for (const [scene, thing] of samples.entries())
    for (let at = 0; at < SECONDS * FRAMES_PER_SECOND; at += REPEATED) {
      const frame = await frameOf(thing, scene, random);
      for (let nth = 0; nth < REPEATED; nth++) frames.push(frame);
    }
  return Buffer.concat(frames);
}
