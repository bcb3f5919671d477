/** A network as Keras 3 saves it (`keras.models.load_model`): a zip archive of its layers as JSON and its weights as HDF5. */
import { CONFIG, groupNames, WEIGHTS } from '../../keras/entries';
import { jsonFile, type WrittenNetwork } from '../network';
import { zipOf } from '../zip';
import { type Hdf5Group, writeHdf5 } from './hdf5';
import { type KerasDescription, kerasLayers, kerasWeights } from './topology';

/** The oldest version that lays its archives out so. */
const VERSION = '3.5.0';

const inKeras = (className: string, config: unknown, module = 'keras.layers') => ({
  module,
  class_name: className,
  config,
  registered_name: null,
});

/** Dropout keeps the state of its random numbers as if it were a weight, and Keras asks for it. */
const seedOf = ({ config }: KerasDescription): Hdf5Group =>
  'rate' in config ? { seed_generator: { vars: { 0: { shape: [2], values: Uint32Array.of(0, 0) } } } } : {};

/** The groups of `model.weights.h5`: for each layer one, with its weights by their place. */
function weightGroups(network: WrittenNetwork, layers: readonly KerasDescription[]): Hdf5Group {
  const names = groupNames(layers.map(({ className }) => className));
  const groups = network.pipeline.stages.flatMap((stage, at) => {
    const weights = kerasWeights(stage, network).map(([, parameter], place) => [place, parameter] as const);
    const group = { ...(weights.length > 0 && { vars: Object.fromEntries(weights) }), ...seedOf(layers[at]) };
    return Object.keys(group).length > 0 ? [[names[at], group] as const] : [];
  });
  return { layers: Object.fromEntries(groups), vars: {} };
}

/** The archive. */
export function asKeras(network: WrittenNetwork): Uint8Array<ArrayBuffer> {
  const { architecture } = network.pipeline;
  const layers = kerasLayers(network);
  const batch = [null, ...architecture.input];
  const config = {
    name: architecture.name,
    trainable: true,
    dtype: 'float32',
    layers: layers.map((layer) => inKeras(layer.className, layer.config)),
    build_input_shape: batch,
  };
  const model = {
    ...inKeras('Sequential', config, 'keras'),
    build_config: { input_shape: batch },
  };
  return zipOf([
    jsonFile(CONFIG, model),
    jsonFile('metadata.json', { keras_version: VERSION }),
    { name: WEIGHTS, bytes: writeHdf5(weightGroups(network, layers)) },
  ]);
}
