/** The claims of the course's texts, measured on the shipped network by the engine. */
import { expose } from 'comlink';
import type { Changed, Measured } from '@/lib/course/claims/claim';
import { CLAIM_IDS, CLAIMS } from '@/lib/course/claims/claims';
import { isOfPhotographs } from '@/lib/course/claims/recorded';
import { COURSE } from '@/lib/course/subject';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import { loadImages } from '@/lib/data/image-loader';
import { createEngine, type EngineClient } from '@/lib/engine/client/client';
import type { Architecture } from '@/lib/network/architecture';
import { type NetworkHandle, OWN } from '@/lib/network/handle';
import { filesOf } from '@/lib/network/subject';
import { must } from '@/lib/result';

const AT_ONCE = 100;
/** Where the lab's server has the photographs' pixels. */
const PHOTOGRAPHS = '/photographs.bin';
const { architecture } = COURSE;

/** Opens the shipped network, and waits until all of its weights are loaded. */
async function opened(): Promise<EngineClient> {
  const engine = createEngine({ base: '', keeps: false });
  const complete = new Promise<void>((resolve, reject) =>
    engine.subscribe((event) => {
      if (event.type === 'network' && event.complete) resolve();
      if (event.type === 'failed' || event.type === 'message') reject(new Error(event.problem.sentence));
    }),
  );
  must(await engine.open({ handle: OWN, architecture, source: 'shipped', files: filesOf(COURSE) }));
  await complete;
  return engine;
}

async function predicted(
  engine: EngineClient,
  handle: NetworkHandle,
  set: LabelledImages,
  change: Changed['image'] = (image) => image,
): Promise<Float32Array> {
  const classes = architecture.classes.length;
  const probabilities = new Float32Array(set.count * classes);
  for (let from = 0; from < set.count; from += AT_ONCE) {
    const images = Array.from({ length: Math.min(AT_ONCE, set.count - from) }, (_, at) =>
      change(imageOf(set, from + at)),
    );
    const pixels = new Uint8Array(images.length * images[0].length);
    for (const [at, image] of images.entries()) pixels.set(image, at * image.length);
    probabilities.set(must(await engine.predict(handle, pixels, images.length)), from * classes);
  }
  return probabilities;
}

/** The photographs that the lab's server has. */
async function fetched(labels: readonly number[]): Promise<LabelledImages> {
  const pixels = new Uint8Array(await (await fetch(PHOTOGRAPHS)).arrayBuffer());
  return { count: labels.length, shape: architecture.input, pixels, labels: Uint8Array.from(labels) };
}

/**
 * Every claim's number. `originals`: for each set, which drawing each image shows. `photographs`: their labels; null leaves
 * out the claims about them.
 */
async function measure(
  originals: Measured['originals'],
  photographs: readonly number[] | null,
): Promise<Record<string, number>> {
  const engine = await opened();
  const weights = must(await engine.weights(OWN));
  const { training, heldOut, test } = must(await loadImages(COURSE.dataSet));
  if (!test) throw new Error('no test images');
  const sets = { training, heldOut, test, ...(photographs && { photographs: await fetched(photographs) }) };
  const copies = new Map<string, NetworkHandle>();
  const handleOf = async ({ architecture: other, epoch }: Changed): Promise<NetworkHandle> => {
    if (epoch !== undefined) return { run: 'shipped', epoch };
    if (!other) return OWN;
    const key = JSON.stringify(other);
    const known = copies.get(key);
    if (known) return known;
    const handle = engine.newCopy();
    must(await engine.open({ handle, architecture: other, source: { weights } }));
    copies.set(key, handle);
    return handle;
  };
  const measured: Measured = {
    architecture,
    log: must(await engine.shippedRun()),
    originals,
    async predict(name, changed = {}) {
      const set = sets[name];
      if (!set) throw new Error(`no ${name}`);
      const probabilities = await predicted(engine, await handleOf(changed), set, changed.image);
      return { probabilities, labels: set.labels, classes: architecture.classes.length };
    },
    loss: async (set, changed: { readonly architecture?: Architecture } = {}) =>
      must(await engine.examine(await handleOf(changed), { name: 'evaluation', set })).loss,
    survey: async (set, stage) => must(await engine.examine(OWN, { name: 'survey', set, stage })),
  };
  const found: Record<string, number> = {};
  for (const id of CLAIM_IDS)
    if (photographs || !isOfPhotographs(id)) found[id] = await CLAIMS[id].measure(measured);
  engine.dispose();
  return found;
}

expose({ measure });
