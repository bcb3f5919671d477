import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from '../project';

/** A part of the site that is made from other files, and made again only when those have changed. */
export interface BuildPart {
  readonly name: string;
  /** Files and folders it is made from, relative to the root. */
  readonly from: readonly string[];
  /** Files or folders it makes; when one is missing it is out of date. */
  readonly makes: readonly string[];
  /** Anything else that decides the result. */
  readonly also?: string;
}

function filesBelow(path: string): string[] {
  const whole = join(ROOT, path);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** A fingerprint of a part's inputs: names and contents, not times, so that a fresh clone and an old one agree. */
export function fingerprint({ from, also = '' }: BuildPart): string {
  const hash = createHash('sha256').update(also);
  for (const file of from.flatMap(filesBelow)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

const stampFile = (part: BuildPart) => join(CACHE, 'stamps', part.name);

/** Whether a part exists and none of its inputs have changed since. */
export function isFresh(part: BuildPart): boolean {
  const stamp = stampFile(part);
  return (
    part.makes.every((path) => existsSync(join(ROOT, path))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint(part)
  );
}

/** Records that a part has just been made. */
export function setStamp(part: BuildPart): void {
  mkdirSync(join(CACHE, 'stamps'), { recursive: true });
  writeFileSync(stampFile(part), fingerprint(part));
}
