import { type Zippable, zipSync } from 'fflate';
import type { WrittenFile } from './network';

/** All files of an archive have the date at which the format begins: the same contents are the same bytes. */
const DATE = new Date(1980, 0, 1, 12);
/** Weights hardly shrink, and archives within an archive not at all. */
const DENSE = /\.(bin|h5|keras|npz|onnx|safetensors)$/;

/** A zip archive of files. `level`: how hard texts are compressed, 0 for not at all. */
export function zipOf(files: readonly WrittenFile[], level: 0 | 6 = 6): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { name, bytes } of files)
    entries[name] = [bytes, { level: DENSE.test(name) ? 0 : level, mtime: DATE }];
  return new Uint8Array(zipSync(entries));
}
