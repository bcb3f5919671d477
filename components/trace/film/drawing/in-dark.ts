import { pixelsOf } from '@/components/canvas/paint';
import { packedColours, tableOf } from '@/lib/format/colour-maps';
import { divergingInDark } from '@/lib/format/dark-colours';

/** A copy of an image of signed values in the colours of the dark theme. */
export function signedInDark(image: ImageData): ImageData {
  const [light, dark] = [packedColours(tableOf({ kind: 'diverging' })), packedColours(divergingInDark())];
  const turned = new Map(Array.from(light, (colour, at) => [colour, dark[at]]));
  const copy = new ImageData(image.data.slice(), image.width, image.height);
  const pixels = pixelsOf(copy);
  for (const [at, colour] of pixels.entries()) pixels[at] = turned.get(colour) ?? colour;
  return copy;
}
