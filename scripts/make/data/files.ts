/** The files of a data set, from this machine or from an address. */
import { openAsBlob, readdirSync, statSync } from 'node:fs';
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

async function below(folder: string): Promise<readonly ChosenFile[]> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map((path) => fileAt(path, `${basename(folder)}/${relative(folder, path).replaceAll('\\', '/')}`)),
  );
}

async function fetched(address: string): Promise<ChosenFile> {
  const response = await fetch(address).catch((error) => stop(`${address} can’t be reached: ${error}`));
  if (!response.ok) stop(`${address} answers with ${response.status}.`);
  return { name: baseName(new URL(address).pathname) || 'data', file: await response.blob() };
}

/** A file, all files below a folder, or what an address answers. Where there is nothing, the command says so and ends with 1. */
export async function filesOf(source: string): Promise<readonly ChosenFile[]> {
  if (isAddress(source)) return [await fetched(source)];
  const about = statSync(source, { throwIfNoEntry: false });
  if (!about) return stop(`There is no ${source}.`);
  return about.isDirectory() ? below(source) : [await fileAt(source, basename(source))];
}
