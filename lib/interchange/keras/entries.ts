import type { SourceFile } from '../opened';

/** What lies in a `.keras` archive: the layers, and the weights. */
export const CONFIG = 'config.json';
export const WEIGHTS = 'model.weights.h5';

/** Whether the files of an archive are those of a Keras model. */
export const isKeras = (files: readonly SourceFile[]): boolean =>
  files.some(({ name }) => name === CONFIG) &&
  files.some(({ name }) => name === WEIGHTS || name === 'metadata.json');
