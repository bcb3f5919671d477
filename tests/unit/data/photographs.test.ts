import { expect, it } from 'vitest';
import { IMAGE_BYTES } from '@/lib/course/image-sets';
import { readPhotographCredits } from '@/lib/course/photograph-credits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { cutPhotographs } from '@/scripts/make/images/photographs';

it('cuts views that differ, of classes of the network, each credited to who took it', async () => {
  const cut = await cutPhotographs();
  const credits = await readPhotographCredits();
  const { classes, first } = PHOTOGRAPHS.dataSet;
  expect(new Set(cut.map(({ pixels }) => pixels.join())).size).toBe(cut.length);
  expect(cut).toContainEqual(expect.objectContaining(first));
  for (const { label, artist, pixels } of cut) {
    expect(pixels).toHaveLength(IMAGE_BYTES);
    expect(classes).toContain(label);
    expect(credits.map(({ author }) => author)).toContain(artist);
  }
});

it('names terms that let everyone use the photographs', async () => {
  for (const { licence, url } of await readPhotographCredits()) {
    expect(licence).toBe('PDDL-1.0 AND CC0-1.0');
    expect(url).toContain('getty.edu');
  }
});
