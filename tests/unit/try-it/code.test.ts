import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE, referencePipeline } from '@/lib/course/reference';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { faultyLayer } from '@/lib/network/faulty-layer';
import { initialWeights } from '@/lib/network/initial-weights';
import { must } from '@/lib/result';
import { attemptOf } from '@/lib/try-it/attempt';
import { changesOf } from '@/lib/try-it/changes';
import { keptWeights } from '@/lib/try-it/kept-weights';
import { codeIn, hashOf } from '@/lib/try-it/link';
import { LONGEST_CODE, type Ran } from '@/lib/try-it/run-code';
import { sentenceOf } from '../support/result';

type Layers = Architecture['layers'];
const withLayers = (layers: Layers): Architecture => ({ ...REFERENCE, layers });
/** The reference network with different numbers in one of its layers. */
const altered = (id: string, change: object): Architecture =>
  withLayers(REFERENCE.layers.map((layer) => (layer.id === id ? { ...layer, ...change } : layer)));
const without = (id: string) => withLayers(REFERENCE.layers.filter((layer) => layer.id !== id));

describe('the layer that makes an architecture fail', () => {
  it.each([
    ['conv2', altered('conv2', { kernel: 32 })],
    ['pool2', altered('pool2', { size: 40, stride: 40 })],
    ['dense', without('flatten')],
    ['output', altered('output', { units: 7 })],
    ['output', altered('output', { activation: 'relu' })],
    ['flatten', withLayers(REFERENCE.layers.slice(0, 7))],
    ['dense', altered('dense', { units: 1e6 })],
    ['conv1', altered('conv1', { filters: 4096, padding: 'same' })],
    ['input', withLayers([...REFERENCE.layers.slice(0, 2), { id: 'input', kind: 'input' }])],
    ['conv1', altered('conv2', { id: 'conv1' })],
    ['normalize', without('input')],
  ])('is %s', (id, architecture) => {
    const at = faultyLayer(architecture) ?? -1;
    expect(architecture.layers[at].id).toBe(id);
    // It is the one that the sentence names.
    expect(sentenceOf(buildPipeline(architecture))).toContain(`“${id}”`);
  });

  it('is none where there are no layers', () => {
    expect(faultyLayer(withLayers([]))).toBeNull();
  });
});

describe('code that ran, as a network', () => {
  const ranWith = ({ layers }: Architecture): Ran => ({
    printed: [],
    layers: layers.map((layer, at) => ({ layer, line: 10 + at })),
  });

  it('becomes the pipeline of its layers, with their lines', () => {
    const attempt = attemptOf(ranWith(REFERENCE), REFERENCE);
    if ('sentence' in attempt) throw new Error(attempt.sentence);
    expect(attempt.pipeline.stages).toEqual(referencePipeline.stages);
    expect(attempt.lines).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18]);
  });

  it('or reports what is wrong with it, at the line of the layer', () => {
    expect(attemptOf(ranWith(without('flatten')), REFERENCE)).toMatchObject({
      line: 16,
      sentence: expect.stringContaining('put a flatten layer before it'),
    });
    expect(attemptOf(ranWith(withLayers(REFERENCE.layers.slice(0, 1))), REFERENCE)).toMatchObject({
      line: null,
    });
  });
});

describe('changes against the original', () => {
  it('propagate from one number to every shape and count after it', () => {
    const now = must(buildPipeline(altered('conv1', { filters: 16 })));
    const { layers, gone } = changesOf(now, referencePipeline);
    expect(Object.fromEntries(layers.map(({ stage, other }) => [stage.id, other]))).toEqual({
      input: [],
      normalize: [],
      conv1: ['operation', 'output', 'parameters', 'multiplyAdds'],
      pool1: ['output'],
      conv2: ['parameters', 'multiplyAdds'],
      pool2: [],
      flatten: [],
      dense: [],
      output: [],
    });
    expect(gone).toEqual([]);
  });

  it('name what was added and what was removed, and treat a different kind as a different layer', () => {
    const now = must(
      buildPipeline(
        withLayers(
          REFERENCE.layers.map((layer) =>
            layer.id === 'pool2'
              ? {
                  id: 'pool2',
                  kind: 'conv2d',
                  filters: 8,
                  kernel: 3,
                  stride: 2,
                  padding: 'same',
                  activation: 'relu',
                }
              : layer,
          ),
        ),
      ),
    );
    const { layers, gone } = changesOf(now, referencePipeline);
    expect(layers.filter(({ was }) => !was).map(({ stage }) => stage.id)).toEqual(['pool2']);
    expect(gone.map(({ id, layer }) => [id, layer.kind])).toEqual([['pool2', 'maxPool']]);
  });
});

it('keep the weights of layers whose shapes still fit, and no others', () => {
  const own = initialWeights(referencePipeline, 5);
  expect(keptWeights(referencePipeline, own)).toEqual(own);
  const narrower = must(buildPipeline(altered('conv1', { filters: 16 })));
  expect(Object.keys(keptWeights(narrower, own))).toEqual(['dense', 'output']);
  expect(keptWeights(narrower, own).dense).toBe(own.dense);
  expect(keptWeights(narrower, {})).toEqual({});
});

describe('code in a link', () => {
  it('is decoded as it was encoded, in characters that are safe in an address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (code) => {
        const hash = await hashOf(code);
        expect(hash).toMatch(/^#code=[\w-]+$/);
        expect(await codeIn(hash)).toEqual({ ok: true, value: code });
      }),
      { numRuns: 60 },
    );
  });

  it('may be as long as code that runs, and no longer', async () => {
    const longest = 'π'.repeat(LONGEST_CODE);
    expect(await codeIn(await hashOf(longest))).toEqual({ ok: true, value: longest });
    expect((await codeIn(await hashOf(`${longest}π`)))?.ok).toBe(false);
    // A few characters that unpack to millions are rejected while they are unpacked.
    expect((await codeIn(await hashOf('x'.repeat(5e6))))?.ok).toBe(false);
  });

  it('that is cut off, changed or missing is reported; other hashes are ignored', async () => {
    const hash = await hashOf('const model = tf.sequential();');
    for (const broken of [
      hash.slice(0, -9),
      `${hash}!`,
      '#code=',
      '#code=AAAA',
      `#code=${'A'.repeat(50_000)}`,
    ])
      expect((await codeIn(broken))?.ok).toBe(false);
    // Bytes that are not text.
    const bytes = new Response(
      new Blob([Uint8Array.of(0xff, 0xfe, 0xff)]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    );
    const letters = Buffer.from(await bytes.arrayBuffer()).toString('base64url');
    expect((await codeIn(`#code=${letters}`))?.ok).toBe(false);
    expect(await codeIn('')).toBeNull();
    expect(await codeIn('#progress')).toBeNull();
  });
});
