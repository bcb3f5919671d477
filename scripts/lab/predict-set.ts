/** What a network answers to a set of images, computed by the engine. */
import { expose } from 'comlink';
import { readWeights } from '@/lib/checkpoint/weights';
import { imageOf } from '@/lib/data/data-set';
import { decodePack } from '@/lib/data/pack/pack';
import { createEngine } from '@/lib/engine/client/client';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { OWN } from '@/lib/network/handle';
import { must } from '@/lib/result';
import { base64 } from './base64';

const AT_ONCE = 100;

const bytesOf = async (address: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer());

/** Probabilities, [images, classes], as base64 of their four bytes each; weights and images are at addresses. */
async function predict(
  architecture: Architecture,
  weightFiles: readonly string[],
  images: string,
): Promise<string> {
  const pipeline = must(buildPipeline(architecture));
  const parts = await Promise.all(weightFiles.map(bytesOf));
  const weights = Object.assign({}, ...parts.map((part) => must(readWeights(part, pipeline)).weights));
  const engine = createEngine({ base: '', keeps: false });
  must(await engine.open({ handle: OWN, architecture, source: { weights } }));
  const set = must(await decodePack(await bytesOf(images)));
  const classes = architecture.classes.length;
  const probabilities = new Float32Array(set.count * classes);
  for (let from = 0; from < set.count; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, set.count - from);
    const first = imageOf(set, from);
    const pixels = set.pixels.slice(from * first.length, (from + count) * first.length);
    probabilities.set(must(await engine.predict(OWN, pixels, count)), from * classes);
  }
  engine.dispose();
  return base64(new Uint8Array(probabilities.buffer));
}

expose({ predict });
