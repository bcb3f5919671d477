import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { encodePack } from '@/lib/data/pack/pack';
import { Images } from '@/lib/engine/training/images/images';
import { pipelineOf } from '@/lib/network/pipeline';
import type { ImageAddresses } from '@/lib/network/subject';
import { must } from '@/lib/result';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/data';

/** Packs by their addresses: two images of one pixel whose labels say which set they are of. */
const packs = new Map<string, Uint8Array<ArrayBuffer>>();
const asked: string[] = [];

async function serve({ training, heldOut, test }: ImageAddresses, label: number): Promise<void> {
  for (const address of [training, heldOut, ...(test ? [test] : [])])
    packs.set(
      address,
      await encodePack(
        { count: 2, shape: [1, 1, 1], pixels: Uint8Array.of(5, 6), labels: Uint8Array.of(label, 0) },
        10,
        (bytes) => gzipSync(bytes),
      ),
    );
}

const DRAWINGS = {
  training: '/drawings/training.bin',
  heldOut: '/drawings/validation.bin',
  test: '/drawings/test.bin',
};
const OTHER = { training: '/letters/training.bin', heldOut: '/letters/validation.bin' };

beforeEach(async () => {
  packs.clear();
  asked.length = 0;
  await serve(DRAWINGS, 1);
  await serve(OTHER, 2);
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const pack = packs.get(address);
    return pack ? new Response(pack) : new Response(null, { status: 404 });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A host whose network was opened with these images. */
const hostWith = (images: ImageAddresses | null) => ({
  base: '',
  files: { images },
  notify: () => {},
  network: { model: null },
});
/** A model of a network that takes images of this shape. */
const modelOn = (input: MapShape) => ({
  pipeline: pipelineOf({
    name: 'flat',
    input,
    classes: ['a', 'b'],
    layers: [{ id: 'input', kind: 'input' }],
  }),
});
const labelOf = async (images: Images) => {
  const loaded = await images.load();
  return loaded.ok ? loaded.value.training.labels[0] : loaded.problem.sentence;
};

it('are those that the network was opened with, fetched once', async () => {
  const host = hostWith(DRAWINGS);
  const images = new Images(host);
  expect(await labelOf(images)).toBe(1);
  expect(await labelOf(images)).toBe(1);
  expect(asked).toEqual([DRAWINGS.training, DRAWINGS.heldOut, DRAWINGS.test]);
});

it('have test images to follow only where the addresses name some', async () => {
  const [following, without] = [new Images(hostWith(DRAWINGS)), new Images(hostWith(OTHER))];
  expect(must(await following.load())).toMatchObject({ followsTest: true, test: { count: 2 } });
  expect(must(await without.load()).followsTest).toBeUndefined();
  expect(must(await without.load()).test).toBeUndefined();
});

it('are others as soon as a network is opened with others, and those before once more after that', async () => {
  const host = hostWith(DRAWINGS);
  const images = new Images(host);
  expect(await labelOf(images)).toBe(1);
  host.files.images = OTHER;
  expect(await labelOf(images)).toBe(2);
  host.files.images = { ...DRAWINGS };
  expect(await labelOf(images)).toBe(1);
});

it('are scaled to the network’s input where they are to be, once for each shape', async () => {
  const host = { ...hostWith({ ...DRAWINGS, scaled: true }), network: { model: modelOn([2, 2, 3]) } };
  const images = new Images(host);
  const loaded = must(await images.load());
  expect(loaded.training).toMatchObject({ count: 2, shape: [2, 2, 3] });
  expect([...loaded.training.pixels]).toEqual([...Array(12).fill(5), ...Array(12).fill(6)]);
  expect([...loaded.training.labels]).toEqual([1, 0]);
  expect(must(await images.load())).toBe(loaded);
  host.network.model = modelOn([1, 1, 4]);
  expect([...must(await images.load()).heldOut.pixels]).toEqual([5, 5, 5, 255, 6, 6, 6, 255]);
  expect([...(must(await images.load()).test?.pixels ?? [])]).toEqual([5, 5, 5, 255, 6, 6, 6, 255]);
  expect(asked).toHaveLength(3);
});

it('are refused where the network’s input has a different shape and they are not to be scaled', async () => {
  const images = new Images({ ...hostWith(DRAWINGS), network: { model: modelOn([2, 2, 3]) } });
  expect(await labelOf(images)).toBe(words.otherShape({ given: '1 × 1 × 1', wanted: '2 × 2 × 3' }));
});

it('are none where there are none, and nothing is asked for', async () => {
  const host = hostWith(null);
  expect(await labelOf(new Images(host))).toBe(words.noImages());
  expect(asked).toEqual([]);
});

it('are asked for anew after they could not be had', async () => {
  const host = hostWith(OTHER);
  const images = new Images(host);
  const pack = packs.get(OTHER.training);
  packs.delete(OTHER.training);
  expect(await labelOf(images)).toBe(words.noTraining());
  if (pack) packs.set(OTHER.training, pack);
  expect(await labelOf(images)).toBe(2);
});
