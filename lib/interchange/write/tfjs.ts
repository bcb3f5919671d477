/** A network as a LayersModel of TensorFlow.js, which `tf.loadLayersModel` opens: layers in `model.json`, weights beside it. */
import { kerasLayers, kerasWeights } from './keras/topology';
import { bytesIn, joined, jsonFile, type WrittenFile, type WrittenNetwork } from './network';

const SHARD = 'group1-shard1of1.bin';
/** The version of TensorFlow.js whose layers are written. */
const VERSION = '4.22.0';

/** TensorFlow.js has the names of Keras 2. */
const OLDER_NAMES: Readonly<Record<string, string>> = {
  batch_shape: 'batch_input_shape',
  negative_slope: 'alpha',
};

const renamed = (config: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(config).map(([key, value]) => [OLDER_NAMES[key] ?? key, value]));

/** The files of the model: `model.json`, and one with all weights. */
export function asLayersModel(network: WrittenNetwork): readonly [model: WrittenFile, shard: WrittenFile] {
  const { architecture, stages } = network.pipeline;
  const layers = kerasLayers(network).map(({ className, config }) => ({
    class_name: className,
    config: renamed(config),
  }));
  const named = stages.flatMap((stage, at) =>
    kerasWeights(stage, network).map(
      ([name, parameter]) => [`${layers[at].config.name}/${name}`, parameter] as const,
    ),
  );
  const model = {
    format: 'layers-model',
    generatedBy: 'Pipeline Tracer',
    convertedBy: null,
    modelTopology: {
      class_name: 'Sequential',
      config: { name: architecture.name, layers },
      keras_version: `tfjs-layers ${VERSION}`,
      backend: 'tensor_flow.js',
    },
    weightsManifest: [
      {
        paths: [SHARD],
        weights: named.map(([name, { shape }]) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  const bytes = joined(named.map(([, { values }]) => bytesIn(values)));
  return [jsonFile('model.json', model), { name: SHARD, bytes }];
}
