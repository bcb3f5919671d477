/** Writes networks as TensorFlow.js LayersModels, from Keras's documentation and sharing nothing with the readers. */
import type { SourceFile } from '@/lib/interchange/opened';
import { lineOf } from '@/lib/kinds/normalize/explain';
import type { Layer, NormalizeLayer, Sides } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import type { WeightSet } from '@/lib/network/weights';
import { fileOf, jsonFile } from './memory-files';

export type Config = Record<string, unknown>;
export interface Written {
  readonly class_name: string;
  readonly config: Config;
}
/** How versions of Keras and of the converter write a model. */
export const STYLES = ['nested', 'direct', 'bare list', 'functional', 'functional 3'] as const;
export type Style = (typeof STYLES)[number];

const pair = (sides: Sides) => (typeof sides === 'number' ? [sides, sides] : [...sides]);
const window = ({ stride, padding }: { readonly stride: number; readonly padding: string }) => ({
  strides: [stride, stride],
  padding,
  data_format: 'channels_last',
});

/** The scale and offset of a normalization: a number each where all channels share it, else a list. */
function rescalingOf(layer: NormalizeLayer): Config {
  const { divisor, means = [0], deviations = [1] } = layer;
  const channels = Math.max(means.length, deviations.length);
  const lines = Array.from({ length: channels }, (_, channel) => lineOf(layer, channel));
  const scale = lines.map(({ deviation }) => 1 / (divisor * deviation));
  const offset = lines.map(({ mean, deviation }) => (mean === 0 ? 0 : -mean / deviation));
  return channels === 1 ? { scale: scale[0], offset: offset[0] } : { scale, offset };
}

/** A layer as Keras describes it. */
export function kerasLayer(layer: Layer, input: readonly number[]): Written {
  const make = (class_name: string, config: Config): Written => ({
    class_name,
    config: { name: layer.id, trainable: true, dtype: 'float32', ...config },
  });
  switch (layer.kind) {
    case 'input':
      return make('InputLayer', { batch_input_shape: [null, ...input], sparse: false });
    case 'normalize':
      return make('Rescaling', rescalingOf(layer));
    case 'conv2d': {
      const { filters, kernel, activation, bias = true } = layer;
      const more = { filters, kernel_size: pair(kernel), dilation_rate: [1, 1], activation, use_bias: bias };
      return make('Conv2D', { ...more, ...window(layer) });
    }
    case 'maxPool':
      return make('MaxPooling2D', { pool_size: pair(layer.size), ...window(layer) });
    case 'averagePool':
      return make('AveragePooling2D', { pool_size: pair(layer.size), ...window(layer) });
    case 'globalAveragePool':
      return make('GlobalAveragePooling2D', { data_format: 'channels_last' });
    case 'activation':
      return layer.activation === 'leakyRelu'
        ? make('LeakyReLU', { alpha: layer.slope })
        : make('Activation', { activation: layer.activation });
    case 'batchNormalization': {
      const { epsilon, momentum } = layer;
      return make('BatchNormalization', { axis: -1, epsilon, momentum, center: true, scale: true });
    }
    case 'dropout':
      return make('Dropout', { rate: layer.share, noise_shape: null, seed: null });
    case 'zeroPadding': {
      const { top, bottom, left, right } = layer;
      const padding = [
        [top, bottom],
        [left, right],
      ];
      return make('ZeroPadding2D', { padding, data_format: 'channels_last' });
    }
    case 'flatten':
      return make('Flatten', { data_format: 'channels_last' });
    case 'dense': {
      const { units, activation, bias = true } = layer;
      return make('Dense', { units, activation, use_bias: bias });
    }
  }
}

const nameOf = ({ config }: Written) => String(config.name);

/** A functional model's layers, each connected with the one before. */
export function connected(layers: readonly Written[], third: boolean): Config {
  const node = (source: string) =>
    third
      ? { args: [{ class_name: '__keras_tensor__', config: { keras_history: [source, 0, 0] } }], kwargs: {} }
      : [[source, 0, 0, {}]];
  return {
    name: 'small',
    layers: layers.map((layer, at) => ({
      ...layer,
      name: nameOf(layer),
      inbound_nodes: at === 0 ? [] : [node(nameOf(layers[at - 1]))],
    })),
    input_layers: [[nameOf(layers[0]), 0, 0]],
    output_layers: [[nameOf(layers[layers.length - 1]), 0, 0]],
  };
}

/** What stands in `modelTopology`. */
export function topologyOf(layers: readonly Written[], style: Style): Config {
  const sequential = { class_name: 'Sequential', config: { name: 'small', layers } };
  switch (style) {
    case 'nested':
      return { keras_version: '2.9.0', backend: 'tensorflow', model_config: sequential };
    case 'direct':
      return { ...sequential, keras_version: 'tfjs-layers 4.22.0', backend: 'tensor_flow.js' };
    case 'bare list':
      return { keras_version: '2.1.6', model_config: { class_name: 'Sequential', config: layers } };
    case 'functional':
      return { class_name: 'Model', config: connected(layers, false) };
    case 'functional 3':
      return { model_config: { class_name: 'Functional', config: connected(layers, true) } };
  }
}

const ROLES: Readonly<Record<string, string>> = {
  movingMean: 'moving_mean',
  movingVariance: 'moving_variance',
};

/** Tensors by the names that the converter gives them. */
export const tensorsOf = (weights: WeightSet) =>
  Object.entries(weights).flatMap(([id, own]) =>
    Object.entries(own).map(([name, { shape, values }]) => ({
      name: `${id}/${ROLES[name] ?? name}`,
      shape: [...shape],
      values: Float32Array.from(values),
    })),
  );
export type WrittenTensor = ReturnType<typeof tensorsOf>[number];

/** A model's files: its description and as many shards as are wanted, cut anywhere. */
export function layersModel(
  topology: unknown,
  tensors: readonly WrittenTensor[],
  shards = 1,
  folder = 'net/',
): readonly SourceFile[] {
  const bytes = new Uint8Array(tensors.reduce((sum, { values }) => sum + values.byteLength, 0));
  let at = 0;
  for (const { values } of tensors) {
    bytes.set(new Uint8Array(values.buffer), at);
    at += values.byteLength;
  }
  const size = Math.ceil(bytes.length / shards);
  const paths = Array.from({ length: shards }, (_, nth) => `group1-shard${nth + 1}of${shards}.bin`);
  const weights = tensors.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  return [
    jsonFile(`${folder}model.json`, {
      format: 'layers-model',
      generatedBy: 'a test',
      modelTopology: topology,
      weightsManifest: [{ paths, weights }],
    }),
    ...paths.map((path, nth) => fileOf(folder + path, bytes.slice(nth * size, (nth + 1) * size))),
  ];
}

/** A network of ours as the files of a LayersModel. */
export function asLayersModel(
  { layers, input }: Architecture,
  weights: WeightSet,
  style: Style = 'nested',
  shards = 1,
): readonly SourceFile[] {
  const written = layers.map((layer) => kerasLayer(layer, input));
  return layersModel(topologyOf(written, style), tensorsOf(weights), shards);
}
