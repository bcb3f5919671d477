import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT, stop } from '../project';

/** Where the data lies that is neither committed nor shipped. */
export const DATA_FOLDER = resolve(process.env.PIPELINE_DATA ?? join(ROOT, '..', 'shared', 'data'));

/** The bytes of a file in the data folder. Where it is missing the command says so and ends with 1. */
export function dataFile(path: string): Uint8Array<ArrayBuffer> {
  const file = join(DATA_FOLDER, path);
  if (!existsSync(file))
    stop(`The data is not here: there is no ${file}; PIPELINE_DATA can name the folder that holds ${path}.`);
  return new Uint8Array(readFileSync(file));
}
