import type { SourceFile } from '../opened';

/** What lies in a `.keras` archive: the layers, and the weights. */
export const CONFIG = 'config.json';
export const WEIGHTS = 'model.weights.h5';

/** Whether the files of an archive are those of a Keras model. */
export const isKeras = (files: readonly SourceFile[]): boolean =>
  files.some(({ name }) => name === CONFIG) &&
  files.some(({ name }) => name === WEIGHTS || name === 'metadata.json');

/** As Keras does it: "BatchNormalization" is batch_normalization, "Conv2D" conv2d. */
const snakeCase = (name: string): string =>
  name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** Keras calls a layer's group by its class, and counts those of the same: conv2d, conv2d_1, ... */
export function groupNames(classNames: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return classNames.map((className) => {
    const name = snakeCase(className);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count === 0 ? name : `${name}_${count}`;
  });
}
