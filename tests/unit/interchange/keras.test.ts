import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { verdictOn } from '@/lib/interchange/keras/hdf5/guard';
import type { SourceFile } from '@/lib/interchange/opened';
import { readNetwork } from '@/lib/interchange/read-network';
import { openZip } from '@/lib/interchange/zip/open';
import type { Weights } from '@/lib/kinds/types';
import { must, sentenceOf } from '../support/result';
import { fileOf, fixture, fixtureBytes } from './support/files';

const open = async (file: SourceFile) => must(await readNetwork([file]));
const sentence = async (file: SourceFile) => sentenceOf(await readNetwork([file]));

/** The formula of `make.py`. */
const numbers = (count: number, nth: number) =>
  Float32Array.from({ length: count }, (_, at) => (((at * 37 + nth * 11) % 101) - 50) / 64);
const variance = (count: number, nth: number) => numbers(count, nth).map((value) => Math.abs(value) + 0.5);

const valuesOf = (weights: Weights | undefined) =>
  Object.fromEntries(Object.entries(weights ?? {}).map(([name, { values }]) => [name, values]));

test.each(['sequential.h5', 'parted-names.h5'])('%s: a sequential model of Keras 2', async (name) => {
  const { format, architecture, weights } = await open(fixture(name));
  expect(format).toBe('keras-h5');
  expect(architecture).toEqual({
    name: 'small',
    input: [8, 8, 3],
    classes: ['0', '1', '2'],
    layers: [
      { id: 'input', kind: 'input' },
      {
        id: 'conv_a',
        kind: 'conv2d',
        filters: 4,
        kernel: 3,
        stride: 1,
        padding: 'valid',
        activation: 'relu',
      },
      { id: 'norm_a', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 },
      { id: 'pool_a', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
      { id: 'flat', kind: 'flatten' },
      { id: 'out', kind: 'dense', units: 3, activation: 'softmax' },
    ],
  });
  expect(valuesOf(weights.conv_a)).toEqual({ kernel: numbers(108, 1), bias: numbers(4, 2) });
  expect(valuesOf(weights.norm_a)).toEqual({
    gamma: Float32Array.from([1, 1, 1, 1]),
    beta: numbers(4, 3),
    movingMean: numbers(4, 4),
    movingVariance: variance(4, 5),
  });
  expect(valuesOf(weights.out)).toEqual({ kernel: numbers(108, 6), bias: numbers(3, 7) });
});

test.each(['functional.keras', 'first-version.keras'])('%s: a functional model of Keras 3', async (name) => {
  const { format, architecture, weights } = await open(fixture(name));
  expect(format).toBe('keras');
  expect(architecture.layers.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'image input',
    'conv2d_7 conv2d',
    'norm batchNormalization',
    'conv2d_8 conv2d',
    'mean globalAveragePool',
    'hidden dense',
    'hidden_tanh activation',
    'drop dropout',
    'out dense',
  ]);
  expect(valuesOf(weights.conv2d_7)).toEqual({ kernel: numbers(108, 1), bias: numbers(4, 2) });
  expect(valuesOf(weights.norm).movingVariance).toEqual(variance(4, 6));
  expect(valuesOf(weights.conv2d_8)).toEqual({ kernel: numbers(180, 7), bias: numbers(5, 8) });
  expect(valuesOf(weights.hidden)).toEqual({ kernel: numbers(30, 9), bias: numbers(6, 10) });
  expect(valuesOf(weights.out)).toEqual({ kernel: numbers(18, 11), bias: numbers(3, 12) });
});

test('weights alone are said to be that, with their shapes', async () => {
  expect(await sentence(fixture('weights-only.h5'))).toMatch(
    /“weights-only.h5” holds weights alone.*conv_a\/kernel:0 \(3 × 3 × 3 × 4\)/,
  );
});

test('a layout that Keras doesn’t write', async () => {
  expect(await sentence(fixture('latest-layout.h5'))).toContain(
    '“latest-layout.h5” is an HDF5 file of a kind that Keras doesn’t write',
  );
});

/** The Keras 3 fixture with some of its files replaced. */
async function repacked(change: (files: Record<string, Uint8Array>) => void): Promise<SourceFile> {
  const files: Record<string, Uint8Array> = {};
  for (const file of must(await openZip(fixture('functional.keras')))) files[file.name] = await file.bytes();
  change(files);
  return fileOf('model.keras', zipSync(files));
}
const edited = (files: Record<string, Uint8Array>, change: (json: string) => string) => {
  const json = new TextDecoder().decode(files['config.json']);
  files['config.json'] = new TextEncoder().encode(change(json));
};

test('an archive without its weights, or with those of another network', async () => {
  expect(
    await sentence(await repacked((files) => void Reflect.deleteProperty(files, 'model.weights.h5'))),
  ).toContain('“model.keras” lacks “model.weights.h5”');
  const swapped = await repacked((files) => edited(files, (json) => json.replaceAll('conv2d_8', 'conv2d_9')));
  expect(await sentence(swapped)).toContain('has the weights of another, “conv2d_8”');
  const larger = await repacked((files) => edited(files, (json) => json.replace('"units": 6', '"units": 7')));
  expect(await sentence(larger)).toContain('another shape than the network needs (5 × 7)');
  const unbiased = await repacked((files) =>
    edited(files, (json) => json.replaceAll('"use_bias": true', '"use_bias": false')),
  );
  expect(await sentence(unbiased)).toMatch(/“conv2d_7” \(number 2 of 8\).*weights “layers\/conv2d\/vars\/1”/);
});

test('a file that is cut off anywhere is refused, and none that is changed anywhere is misread or hangs', async () => {
  const whole = fixtureBytes('sequential.h5');
  for (let length = 8; length < whole.length; length += 61)
    expect(verdictOn(whole.slice(0, length)).is).not.toBe('sound');
  const { architecture } = await open(fixture('sequential.h5'));
  for (let at = 8; at < whole.length; at += 23) {
    const changed = whole.slice();
    changed[at] ^= 0xff;
    const read = await readNetwork([fileOf('changed.h5', changed)]);
    if (read.ok) expect(read.value.architecture.input).toEqual(architecture.input);
    else expect(read.problem.sentence).toContain('“changed.h5”');
  }
});

test('parts of a file that lead back to one another are refused', () => {
  const bytes = fixtureBytes('sequential.h5').slice();
  const view = new DataView(bytes.buffer);
  const text = new TextDecoder('latin1').decode(bytes);
  for (let table = text.indexOf('SNOD'); table >= 0; table = text.indexOf('SNOD', table + 1)) {
    const again = bytes.slice();
    // The first entry of the group leads to the root.
    new DataView(again.buffer).setBigUint64(table + 16, view.getBigUint64(64, true), true);
    expect(verdictOn(again).is).toBe('damaged');
  }
});
