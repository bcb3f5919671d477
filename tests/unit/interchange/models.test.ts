import { describe, expect, test } from 'vitest';
import { readNetwork } from '@/lib/interchange/read-network';
import { must, sentenceOf } from '../support/result';
import { jsonFile } from './support/files';
import { connected, layersModel } from './support/layers-model';
import { conv, dense, flatten, layer, TENSORS, withBetween } from './support/small';

const sentence = async (topology: unknown) => sentenceOf(await readNetwork(layersModel(topology, TENSORS)));

const input = layer('InputLayer', 'image', { batch_shape: [null, 6, 6, 3] });
const chain = [input, conv({ batch_input_shape: undefined }), flatten, dense()];
type Node = Record<string, unknown>;
type Functional = { layers: Node[]; input_layers: unknown[]; output_layers: unknown[] };

/** A functional model that is changed before it is written. */
function functional(change: (config: Functional) => void = () => {}, third = false) {
  const config = structuredClone(connected(chain, third)) as unknown as Functional;
  change(config);
  return { class_name: 'Functional', config };
}
const named = ({ layers }: Functional, name: string): Node => layers.find((one) => one.name === name) ?? {};

test('two layers of one name', async () => {
  const drop = layer('Dropout', 'drop', { rate: 0.5 });
  expect(sentenceOf(await readNetwork(withBetween(drop, drop)))).toBe(
    '“model.json” names “drop” twice. Save the network again.',
  );
  must(await readNetwork(withBetween(drop, layer('Dropout', 'drop_1', { rate: 0.5 }))));
});

describe('functional models', () => {
  test('are read in the order in which values flow, not in that of the file', async () => {
    const mixed = functional(({ layers }) => layers.reverse());
    const { layers } = must(await readNetwork(layersModel(mixed, TENSORS))).architecture;
    expect(layers.map(({ id }) => id)).toEqual(['image', 'conv', 'flat', 'out']);
  });

  test('may name their one input and output without a list around', async () => {
    const flat = functional((config) => {
      config.input_layers = ['image', 0, 0];
      config.output_layers = ['out', 0, 0];
    }, true);
    must(await readNetwork(layersModel(flat, TENSORS)));
  });

  test.each<[string, (config: Functional) => void]>([
    ['has 2 inputs', ({ input_layers: inputs }) => void inputs.push(['other', 0, 0])],
    ['has 2 outputs', ({ output_layers: outputs }) => void outputs.push(['flat', 0, 0])],
    [
      'The layer “flat” (number 3 of 4) in “model.json” takes 2 inputs',
      (config) =>
        void Object.assign(named(config, 'flat'), {
          inbound_nodes: [
            [
              ['conv', 0, 0, {}],
              ['image', 0, 0, {}],
            ],
          ],
        }),
    ],
    [
      'The layer “conv” (number 2 of 4) in “model.json” is used 2 times',
      (config) =>
        void Object.assign(named(config, 'conv'), {
          inbound_nodes: [[['image', 0, 0, {}]], [['image', 0, 0, {}]]],
        }),
    ],
    [
      'The layer “conv” (number 2 of 5) in “model.json” feeds more than one',
      ({ layers }) =>
        void layers.push({
          class_name: 'ReLU',
          name: 'side',
          config: {},
          inbound_nodes: [[['conv', 0, 0, {}]]],
        }),
    ],
    [
      'The layer “side” (number 5 of 5) in “model.json” is not connected',
      ({ layers }) => void layers.push({ class_name: 'ReLU', name: 'side', config: {}, inbound_nodes: [] }),
    ],
    // A ring never ends of itself.
    [
      'form that can’t be read',
      (config) => void Object.assign(named(config, 'image'), { inbound_nodes: [[['out', 0, 0, {}]]] }),
    ],
    ['names “conv” twice', ({ layers }) => void layers.push({ ...layers[1] })],
    [
      'form that can’t be read',
      (config) => void Object.assign(named(config, 'conv'), { inbound_nodes: 'image' }),
    ],
    [
      'form that can’t be read',
      (config) => void Object.assign(config, { output_layers: [['nowhere', 0, 0]] }),
    ],
  ])('%s', async (words, change) => {
    expect(await sentence(functional(change))).toContain(words);
  });

  test('that join in Keras 3 name the layer that does', async () => {
    const joined = functional((config) => {
      const [node] = named(config, 'flat').inbound_nodes as { args: unknown[] }[];
      node.args = [[...node.args, ...node.args]];
    }, true);
    expect(await sentence(joined)).toContain('takes 2 inputs');
  });
});

describe('descriptions of other kinds', () => {
  test.each<[string, unknown]>([
    ['Keras 1', { keras_version: '1.2.2', model_config: { class_name: 'Sequential', config: [] } }],
    [
      'Keras 1',
      {
        class_name: 'Sequential',
        config: [layer('Convolution2D', 'c', { nb_filter: 3, border_mode: 'valid' })],
      },
    ],
    ['class MyModel', { class_name: 'MyModel', config: {} }],
    ['describes no layers', { class_name: 'Sequential', config: { layers: [] } }],
    ['form that can’t be read', { class_name: 'Sequential', config: { layers: ['Conv2D'] } }],
    ['form that can’t be read', { class_name: 'Sequential', config: { name: 'empty' } }],
    ['form that can’t be read', 'a text that is no JSON'],
    ['form that can’t be read', 17],
    ['graph model', { node: [], library: {} }],
  ])('%s', async (words, topology) => {
    expect(await sentence(topology)).toContain(words);
  });

  test('a graph model by its format, and weights without layers', async () => {
    const graph = jsonFile('model.json', { format: 'graph-model', modelTopology: {}, weightsManifest: [] });
    expect(sentenceOf(await readNetwork([graph]))).toMatch(/graph model.*layers_model/);
    expect(await sentence(null)).toMatch(/weights alone.*conv\/kernel \(3 × 3 × 3 × 2\)/);
  });

  test('a description that is JSON in a text', async () => {
    const text = JSON.stringify({ class_name: 'Sequential', config: { layers: [conv(), flatten, dense()] } });
    must(await readNetwork(layersModel({ model_config: text }, TENSORS)));
  });
});
