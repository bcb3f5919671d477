// @vitest-environment node
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { decodeBaseline } from '@/lib/data/image-formats/jpeg-baseline';

/** Soft shapes with noise, so that all cosines are there. */
const drawn = (width: number, height: number, sigma = 60) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#468',
      noise: { type: 'gaussian', mean: 128, sigma },
    },
  }).blur(0.6);

async function pixelsOf(file: Buffer): Promise<Uint8Array> {
  return new Uint8Array(await sharp(file).toColourspace('srgb').ensureAlpha().raw().toBuffer());
}

const SIZES = [
  [5, 1],
  [8, 8],
  [17, 9],
  [32, 32],
  [33, 50],
  [250, 200],
] as const;

it.each(['4:2:0', '4:4:4'])('decodes %s as libjpeg does, at every quality', async (chromaSubsampling) => {
  for (const [width, height] of SIZES)
    for (const quality of [5, 50, 80, 100]) {
      const file = await drawn(width, height).jpeg({ quality, chromaSubsampling }).toBuffer();
      const image = decodeBaseline(new Uint8Array(file));
      expect(image).toMatchObject({ width, height });
      expect(Buffer.compare(Buffer.from(image?.data ?? []), Buffer.from(await pixelsOf(file)))).toBe(0);
    }
});

it('decodes grey files', async () => {
  const file = await drawn(31, 20).greyscale().jpeg().toBuffer();
  const image = decodeBaseline(new Uint8Array(file));
  expect(Buffer.from(image?.data ?? [])).toEqual(Buffer.from(await pixelsOf(file)));
});

it('decodes one image after another', async () => {
  const files = await Promise.all([40, 10].map((sigma) => drawn(40, 40, sigma).jpeg().toBuffer()));
  for (const file of [...files, ...files.toReversed()])
    expect(Buffer.from(decodeBaseline(new Uint8Array(file))?.data ?? [])).toEqual(
      Buffer.from(await pixelsOf(file)),
    );
});

it('leaves to others what is not plain', async () => {
  const jpeg = drawn(32, 32);
  const others = [
    await jpeg.clone().jpeg({ progressive: true }).toBuffer(),
    await jpeg.clone().jpeg().withMetadata({ orientation: 3 }).toBuffer(),
    await jpeg.clone().toColourspace('cmyk').jpeg().toBuffer(),
    await jpeg.clone().png().toBuffer(),
    Buffer.alloc(0),
  ];
  for (const other of others) expect(decodeBaseline(new Uint8Array(other))).toBeNull();
});

it('answers nothing for a file that is cut off', async () => {
  const file = new Uint8Array(await drawn(64, 64).jpeg().toBuffer());
  for (const length of [3, 100, 300, 640, file.length >> 1, file.length - 60])
    expect(decodeBaseline(file.subarray(0, length))).toBeNull();
});

it('survives files with wrong bytes', async () => {
  const file = new Uint8Array(await drawn(40, 40).jpeg().toBuffer());
  for (let at = 2; at < file.length; at += 7) {
    const damaged = file.slice();
    damaged[at] ^= 0x5a;
    const image = decodeBaseline(damaged);
    if (image) expect(image.data).toHaveLength(image.width * image.height * 4);
  }
});
