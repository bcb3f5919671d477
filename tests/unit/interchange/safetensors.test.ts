import { expect, test } from 'vitest';
import { writeSafetensors } from '@/lib/checkpoint/safetensors';
import { readNetwork } from '@/lib/interchange/read-network';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { listParameters } from '@/lib/network/weights';
import { EVERY_KIND_ASKED } from '../support/every-kind';
import { randomWeights } from '../support/random-weights';
import { must, sentenceOf } from '../support/result';
import { fileOf } from './support/files';

const [{ architecture }] = EVERY_KIND_ASKED;
const weights = randomWeights(must(buildPipeline(architecture)), 3);
const tensors = listParameters(weights);

const file = (notes: Record<string, string>, listed = tensors) =>
  fileOf('net.safetensors', writeSafetensors(listed, 'F32', notes));
const described = (about: unknown = architecture) => ({ architecture: JSON.stringify(about) });
const sentence = async (notes: Record<string, string>, listed = tensors) =>
  sentenceOf(await readNetwork([file(notes, listed)]));

test('a network that was saved here is opened as it was, with the names of its classes', async () => {
  const opened = must(await readNetwork([file(described())]));
  expect(opened).toEqual({
    format: 'safetensors',
    architecture,
    weights,
    namesClasses: true,
    leavesOut: [],
    addsSoftmax: false,
  });
});

test('weights alone are said to be that', async () => {
  expect(await sentence({})).toMatch(/holds weights alone.*conv\/kernel \(3 × 3 × 3 × 8\)/);
  expect(await sentence({}, [])).toContain('holds no weights');
});

test('the architecture may lie in a JSON file beside the weights', async () => {
  const beside = (about: unknown, name = 'net.json') =>
    fileOf(name, new TextEncoder().encode(JSON.stringify(about)));
  for (const about of [architecture, { architecture }])
    expect(must(await readNetwork([beside({ other: 1 }, 'a.json'), beside(about), file({})]))).toMatchObject({
      architecture,
      weights,
    });
  // What the file says itself counts more.
  const other = { ...architecture, name: 'other' };
  expect(must(await readNetwork([file(described()), beside(other)])).architecture.name).toBe(
    architecture.name,
  );
  const unfitting = { ...architecture, input: [8, 8, 3] };
  expect(sentenceOf(await readNetwork([file({}), beside(unfitting)]))).toContain('“net.safetensors”: ');
});

test('what beside the weights is meant to be the architecture, and is none, is named', async () => {
  const beside = (text: string, name = 'about.json') => fileOf(name, new TextEncoder().encode(text));
  const json = (about: unknown, name?: string) => beside(JSON.stringify(about), name);
  const said = async (...files: readonly ReturnType<typeof beside>[]) =>
    sentenceOf(await readNetwork([...files, file({})]));
  const { classes: _, ...lacking } = architecture;
  for (const about of [{ layers: [] }, lacking, { architecture: lacking }])
    expect(await said(json(about))).toContain('“about.json” describes its network in a form');
  for (const about of [JSON.stringify(architecture), JSON.stringify({ architecture })])
    expect(await said(beside(about.replace('"name":', '"name":"first","name":')))).toContain(
      '“about.json” names “name” twice',
    );
  // Another file may be the one; and what other programs write beside weights is none.
  const opened = must(await readNetwork([json(lacking, 'a.json'), json(architecture), file({})]));
  expect(opened.architecture).toEqual(architecture);
  for (const about of [{ architecture: 'resnet18' }, { layers: 12 }, { a: 1 }, [], null])
    expect(await said(json(about))).toContain('weights alone');
});

test('descriptions that are none, or of a network that can’t work', async () => {
  const other = (change: Partial<Architecture>) => described({ ...architecture, ...change });
  expect(await sentence({ architecture: '{' })).toContain('no readable JSON');
  expect(await sentence(described([]))).toContain('describes its network in a form');
  expect(await sentence(other({ input: [32, 32, 3, 9] as never }))).toContain(
    'describes its network in a form',
  );
  expect(await sentence(other({ classes: ['cat', 'dog'] }))).toContain('“net.safetensors”: ');
  expect(await sentence({ architecture: '{"name":"a","name":"b"}' })).toContain('names “name” twice');
});

test('weights that are missing or belong to nothing', async () => {
  const without = (id: string) => tensors.filter(([name]) => !name.startsWith(id));
  expect(await sentence(described(), without('hidden/'))).toContain('“hidden” (number 11 of 12)');
  expect(await sentence(described(), without('hidden/bias'))).toContain('“net.safetensors”: ');
  const strange = { shape: [1], values: new Float32Array(1) };
  expect(await sentence(described(), [...tensors, ['strange', strange]])).toContain(
    '“strange” that belong to none',
  );
  expect(await sentence(described(), [...tensors, ['strange/bias', strange]])).toContain('strange');
});

test('layers that are called as every object’s own properties are', async () => {
  const layers = architecture.layers.map((layer) =>
    layer.id === 'hidden' ? { ...layer, id: 'constructor' } : layer,
  );
  const named = tensors.filter(([name]) => !name.startsWith('hidden/'));
  expect(await sentence(described({ ...architecture, layers }), named)).toContain('“constructor”');
});

type Entry = readonly [name: string, dtype: string, shape: readonly number[], bytes: Uint8Array];
/** A file of tensors whose bytes are there already. */
function stored(entries: readonly Entry[]) {
  const header: Record<string, unknown> = { __metadata__: described() };
  let end = 0;
  for (const [name, dtype, shape, { length }] of entries) {
    header[name] = { dtype, shape, data_offsets: [end, end + length] };
    end += length;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(BigUint64Array.of(BigInt(text.length)).buffer);
  const parts = [length, text, ...entries.map(([, , , bytes]) => bytes)];
  return fileOf('net.safetensors', Uint8Array.from(parts.flatMap((part) => [...part])));
}
const asBytes = ({ buffer }: { readonly buffer: ArrayBufferLike }) => new Uint8Array(buffer);
/** The first half of each number. */
const cutShort = (values: Float32Array) =>
  Uint16Array.from(new Uint32Array(Float32Array.from(values).buffer), (bits) => bits >>> 16);
const COUNTER: Entry = ['bn/num_batches_tracked', 'I64', [], asBytes(BigInt64Array.of(7n))];

test('weights of other precisions are read, and what counts batches is left aside and said', async () => {
  const double = tensors.map(
    ([name, { shape, values }]) => [name, 'F64', shape, asBytes(Float64Array.from(values))] as const,
  );
  const opened = must(await readNetwork([stored([...double, COUNTER])]));
  expect(opened).toMatchObject({ architecture, leavesOut: ['num_batches_tracked'] });
  expect(opened.weights).toEqual(weights);

  const short = tensors.map(
    ([name, { shape, values }]) => [name, 'BF16', shape, asBytes(cutShort(values))] as const,
  );
  const read = listParameters(must(await readNetwork([stored(short)])).weights);
  for (const [at, [name, { values }]] of read.entries()) {
    const whole = Float32Array.from(cutShort(tensors[at][1].values), (bits) => bits);
    expect([name, values]).toEqual([
      tensors[at][0],
      new Float32Array(Uint32Array.from(whole, (bits) => bits * 0x10000).buffer),
    ]);
  }
});

test('a weight of a type that can’t be read is named with its type', async () => {
  const whole = tensors.map(
    ([name, { shape, values }]) =>
      [name, 'I32', shape, asBytes(Int32Array.from(values, Math.round))] as const,
  );
  const [[first]] = tensors;
  expect(sentenceOf(await readNetwork([stored(whole)]))).toMatch(
    new RegExp(`“${first}” in “net.safetensors” are numbers of the type I32.*F32, F16, BF16, F64`),
  );
});

test('weights alone are said to be that, whatever their types', async () => {
  const header = { 'bn.num_batches_tracked': { dtype: 'I64', shape: [], data_offsets: [0, 8] } };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = Uint8Array.from([
    ...asBytes(BigUint64Array.of(BigInt(text.length))),
    ...text,
    ...Array(8).fill(0),
  ]);
  expect(sentenceOf(await readNetwork([fileOf('bare.safetensors', bytes)]))).toContain('holds weights alone');
});
