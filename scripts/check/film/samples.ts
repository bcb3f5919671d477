/** The images that the film is checked on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { scaleSquare } from '@/lib/data/resample';
import type { Subject } from '@/lib/network/subject';
import type { Pixels } from '@/lib/network/trace';

/** The ids of a subject's samples: drawings for those that read drawings, photographs for the others. */
export function sampleIds(folder: string, { dataSet }: Subject): readonly string[] {
  const list: { readonly samples: readonly { readonly id: string }[] } = JSON.parse(
    readFileSync(join(folder, dataSet.samples.list), 'utf8'),
  );
  const ids = list.samples.map(({ id }) => id);
  // Spread over the classes, in which the list is ordered.
  const step = 3;
  return Array.from({ length: step }, (_, from) => ids.filter((_id, at) => at % step === from)).flat();
}

/** The bytes that a network gets of a sample: those of the file, or the image scaled to its input. */
export function samplePixels(folder: string, { architecture, dataSet }: Subject, id: string): Pixels {
  const own = join(folder, dataSet.samples.folder, id);
  if (dataSet.samples.form === 'bytes') return readFileSync(`${own}.bin`);
  const { data, width, height, channels } = decode(readFileSync(`${own}.png`));
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
    const [pixel, channel] = [Math.floor(at / 4), at % 4];
    return channel === 3 ? 255 : data[pixel * channels + Math.min(channel, channels - 1)];
  });
  return scaleSquare({ width, height, data: rgba }, { x: 0, y: 0, side: width }, architecture.input);
}
