import { describe, expect, test } from 'vitest';
import { toHalf } from '@/lib/checkpoint/half';
import type { SourceFile } from '@/lib/interchange/opened';
import { readNetwork } from '@/lib/interchange/read-network';
import { must, sentenceOf } from '../support/result';
import { fileOf, jsonFile, unreadFile } from './support/files';
import { layersModel, topologyOf } from './support/layers-model';
import { conv, dense, filled, flatten, small, TENSORS } from './support/small';

const topology = topologyOf([conv(), flatten, dense()], 'nested');
const sentence = async (files: readonly SourceFile[]) => sentenceOf(await readNetwork(files));
const text = async (file: SourceFile) => new TextDecoder().decode(await file.bytes());

/** The small network with its description changed. */
async function changed(change: (model: { weightsManifest: Manifest }) => void) {
  const [model, ...shards] = small();
  const json = JSON.parse(await text(model));
  change(json);
  return [jsonFile(model.name, json), ...shards];
}
type Manifest = { paths: string[]; weights: Record<string, unknown>[] }[];

describe('weight files', () => {
  test('may lie in another folder, as long as there is one of the name', async () => {
    const [model, shard] = small();
    must(await readNetwork([model, { ...shard, name: 'elsewhere/group1-shard1of1.bin' }]));
  });

  test('are told apart by their folders', async () => {
    const [model, shard] = small();
    must(await readNetwork([model, { ...shard, name: 'other/group1-shard1of1.bin' }, shard]));
  });

  test('missing, doubled, short, long', async () => {
    const [model, first, second] = layersModel(topology, TENSORS, 2);
    expect(await sentence([model, first])).toContain('needs the weight file “group1-shard2of2.bin”');
    expect(await sentence([model, first, second, second])).toContain('“group1-shard2of2.bin” is there twice');
    const bytes = await second.bytes();
    expect(await sentence([model, first, fileOf(second.name, bytes.slice(0, -4))])).toMatch(
      /hold [\d,]+ bytes instead of [\d,]+: .* Choose the files/,
    );
    expect(await sentence([model, first, fileOf(second.name, new Uint8Array(bytes.length + 1))])).toMatch(
      /hold .* instead/,
    );
    const shorter = { ...second, bytes: async () => bytes.slice(0, -4) };
    expect(await sentence([model, first, shorter])).toMatch(/hold .* instead of/);
  });

  test.each(['../out.bin', '/etc/passwd', 'https://example.org/a.bin', 'a/../../b.bin', 'C:\\a.bin', ''])(
    'the path %s is not followed',
    async (path) => {
      const files = await changed(({ weightsManifest: [group] }) => void group.paths.splice(0, 1, path));
      expect(await sentence(files)).toContain(`“${path}”, which leads out of its folder`);
    },
  );

  test('listed twice', async () => {
    const files = await changed(({ weightsManifest: [group] }) => void group.paths.push(group.paths[0]));
    expect(await sentence(files)).toContain('lists the weight file “group1-shard1of1.bin” twice');
  });

  test('a description of 300 MB is not read', async () => {
    expect(await sentence([unreadFile('model.json', 300e6), ...small().slice(1)])).toContain(
      '“model.json” has 300 MB',
    );
  });

  test('a file that is gone', async () => {
    const [model, shard] = small();
    expect(await sentence([model, unreadFile(shard.name, shard.size)])).toContain('can’t be read');
  });
});

describe('tensors', () => {
  const withTensors = (tensors: typeof TENSORS) => sentence(layersModel(topology, tensors));

  test('that are missing, doubled, of another shape, of no layer, or of no use', async () => {
    expect(await withTensors(TENSORS.slice(0, 3))).toMatch(/“out” \(number 3 of 3\).*no weights “bias”/);
    expect(await withTensors([...TENSORS, TENSORS[0]])).toContain('names “conv/kernel” twice');
    expect(await withTensors([filled('conv/kernel', [3, 3, 2, 3]), ...TENSORS.slice(1)])).toContain(
      '3 × 3 × 3 × 2',
    );
    expect(await withTensors([...TENSORS, filled('other/kernel', [2])])).toContain(
      '“other/kernel” that belong to none',
    );
    expect(await withTensors([...TENSORS, filled('conv/lora', [2])])).toContain(
      '“conv/lora” that such a layer',
    );
  });

  test('that are no numbers', async () => {
    const broken = { ...TENSORS[1], values: Float32Array.from([1, Number.NaN]) };
    expect(await withTensors([TENSORS[0], broken, ...TENSORS.slice(2)])).toMatch(
      /“model.json”.*no finite numbers/,
    );
  });

  test('may have scopes before their names, numbers behind, and an optimizer beside them', async () => {
    const scoped = TENSORS.map((tensor) => ({ ...tensor, name: `sequential/${tensor.name}:0` }));
    must(await readNetwork(layersModel(topology, scoped)));
    const files = await changed(({ weightsManifest: [group] }) =>
      group.weights.push({ name: 'iterations', shape: [0], dtype: 'int32', group: 'optimizer' }),
    );
    must(await readNetwork(files));
  });

  test.each([
    { dtype: 'string' },
    { dtype: 'complex64' },
    { quantization: { dtype: 'uint4', scale: 1, min: 0 } },
    { quantization: { dtype: 'uint8' } },
  ])('of the type %o', async (type) => {
    const files = await changed(({ weightsManifest: [group] }) => void Object.assign(group.weights[0], type));
    expect(await sentence(files)).toMatch(/“conv\/kernel” in “model.json” are numbers of the type/);
  });

  test.each<unknown>([
    { a: 1 },
    [{ paths: ['a'] }],
    [{ paths: ['a'], weights: [{ name: 'x', shape: [-1], dtype: 'float32' }] }],
  ])('in a list that is none: %o', async (manifest) => {
    const files = await changed((model) => void Object.assign(model, { weightsManifest: manifest }));
    expect(await sentence(files)).toContain('lists its weights in a form');
  });
});

describe('quantised weights', () => {
  /** Codes of every tensor in one group, as the converter writes them. */
  async function quantised(
    quantization: Record<string, unknown>,
    bytes: (value: number) => readonly number[],
  ) {
    const [model] = small();
    const json = JSON.parse(await text(model));
    for (const entry of json.weightsManifest[0].weights) entry.quantization = quantization;
    const data = TENSORS.flatMap(({ values }) => Array.from(values).flatMap(bytes));
    return [jsonFile(model.name, json), fileOf('net/group1-shard1of1.bin', Uint8Array.from(data))];
  }
  const sixteen = (code: number) => [code & 255, code >> 8];

  test.each<[string, Record<string, unknown>, (value: number) => readonly number[]]>([
    ['float16', { dtype: 'float16', original_dtype: 'float32' }, (value) => sixteen(toHalf(value))],
    ['uint8', { dtype: 'uint8', scale: 0.125, min: -0.25 }, (value) => [(value + 0.25) / 0.125]],
    ['uint16', { dtype: 'uint16', scale: 0.125, min: -0.25 }, (value) => sixteen((value + 0.25) / 0.125)],
  ])('%s', async (_, quantization, bytes) => {
    const { weights } = must(await readNetwork(await quantised(quantization, bytes)));
    expect(weights.conv.kernel?.values).toEqual(TENSORS[0].values);
    expect(weights.out.bias?.values).toEqual(TENSORS[3].values);
  });
});
