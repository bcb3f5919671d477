/** The files of a data set, from this machine or from an address. */
import { type Dirent, openAsBlob, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { baseName } from '@/lib/data/archives/paths';
import type { ChosenFile } from '@/lib/site/chosen-files';
import { stop } from '../../project';

const isAddress = (source: string): boolean => /^https?:\/\//.test(source);

/** A file is opened, not read: a large archive need not be in memory. */
const fileAt = async (path: string, name: string): Promise<ChosenFile> => ({
  name,
  file: await openAsBlob(path),
});

/** What a data set may lie in. */
export interface Source {
  readonly files: readonly ChosenFile[];
  /** The paths of the folders beside them, which may be empty. */
  readonly folders: readonly string[];
}

async function below(folder: string): Promise<Source> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const pathOf = (entry: Dirent) => join(entry.parentPath, entry.name);
  const nameOf = (path: string) => `${basename(folder)}/${relative(folder, path).replaceAll('\\', '/')}`;
  const files = entries.filter((entry) => entry.isFile()).map(pathOf);
  return {
    files: await Promise.all(files.map((path) => fileAt(path, nameOf(path)))),
    folders: entries.filter((entry) => entry.isDirectory()).map((entry) => nameOf(pathOf(entry))),
  };
}

async function fetched(address: string): Promise<ChosenFile> {
  const response = await fetch(address).catch((error) => stop(`${address} can’t be reached: ${error}`));
  if (!response.ok) stop(`${address} answers with ${response.status}.`);
  return { name: baseName(new URL(address).pathname) || 'data', file: await response.blob() };
}

/** A file, all files below a folder, or what an address answers. Where there is nothing, the command says so and ends with 1. */
export async function sourceAt(source: string): Promise<Source> {
  if (isAddress(source)) return { files: [await fetched(source)], folders: [] };
  const about = statSync(source, { throwIfNoEntry: false });
  if (!about) return stop(`There is no ${source}.`);
  if (about.isDirectory()) return below(source);
  return { files: [await fileAt(source, basename(source))], folders: [] };
}
