/** The photographs to choose from: views cut out of three that are in the public domain (`lib/course/photograph-credits.ts`). */
import sharp from 'sharp';
import { IMAGE_SIDE } from '@/lib/course/image-sets';
import { type PhotographSet, photographPath, readPhotographCredits } from '@/lib/course/photograph-credits';
import type { Sample } from '@/lib/data/samples/sample';

/** A square of a photograph, in its pixels. */
interface View {
  readonly label: string;
  readonly set: PhotographSet;
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** One view of the cat: 24 stand in four rows of six, each about 111 pixels high. */
const catAt = (left: number, top: number): View => ({
  label: 'cat',
  set: 'locomotion-house-cat',
  left,
  top,
  side: 108,
});

const ship = (left: number, top: number, side: number): View => ({
  label: 'ship',
  set: 'nagasaki-boats',
  left,
  top,
  side,
});

/** Chosen because the animal, the airplane or a boat is whole, whatever a network says of it. */
const VIEWS: readonly View[] = [
  catAt(724, 12),
  catAt(375, 138),
  catAt(720, 138),
  catAt(728, 264),
  { label: 'airplane', set: 'airplane-from-above', left: 209, top: 0, side: 716 },
  ship(341, 111, 512),
  ship(400, 330, 340),
  ship(102, 0, 819),
];

export interface PhotographSample extends Sample {
  readonly pixels: Uint8Array;
}

/** All of them as 64 x 64 x 3 bytes. */
export async function cutPhotographs(): Promise<readonly PhotographSample[]> {
  const credits = await readPhotographCredits();
  const counts = new Map<string, number>();
  const cut: PhotographSample[] = [];
  for (const { label, set, left, top, side } of VIEWS) {
    const number = (counts.get(label) ?? 0) + 1;
    counts.set(label, number);
    const pixels = await sharp(photographPath(set))
      .extract({ left, top, width: side, height: side })
      .resize(IMAGE_SIDE, IMAGE_SIDE)
      .removeAlpha()
      .raw()
      .toBuffer();
    const artist = credits.find((credit) => credit.set === set)?.author ?? set;
    cut.push({
      id: `${label}-photo-${number}`,
      label,
      artist,
      heldOut: true,
      photograph: true,
      pixels: new Uint8Array(pixels),
    });
  }
  return cut;
}
