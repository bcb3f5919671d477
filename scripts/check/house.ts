/**
 * `npm run check:house`: whether the source tree keeps its rules. Prints what it measures, and exits with 1 where something
 * is beyond its limit.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantile } from 'd3-array';
import { ROOT } from '../project';
import { courseImporters, MAY_IMPORT_COURSE, MOST_COURSE_IMPORTERS } from './house/course';
import { floorOf, roomOf } from './house/floors';
import { cycles } from './house/graph';
import { MAY_NAME_KINDS, MOST_KIND_NAMES, namedKinds, probedKinds } from './house/kind-names';
import { type Source, sources } from './house/sources';

const MOST_ENTRIES = 24;
const SHOWN = 12;
/** Made by the build, so exempt. */
const GENERATED = [join('app', 'apple-icon.png'), join('app', 'fonts'), join('lib', 'words')];

let beyond = false;

/** One line for a figure, and a few lines for what is beyond its limit. */
function report(what: string, found: readonly string[], most: number): void {
  console.log(`${what}: ${found.length} (at most ${most})`);
  if (found.length <= most) return;
  beyond = true;
  for (const one of found.slice(0, SHOWN)) console.log(`  ${one}`);
  if (found.length > SHOWN) console.log(`  and ${found.length - SHOWN} more`);
}

function lineIn({ file }: Source): (at: number) => number {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return (at) => text.slice(0, at).split('\n').length;
}

function graphOf(all: readonly Source[], node: (file: string) => string): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { file, imports } of all)
    for (const other of imports) {
      const [from, to] = [node(file), node(other)];
      if (!edges.has(from)) edges.set(from, new Set());
      if (!edges.has(to)) edges.set(to, new Set());
      if (from !== to) edges.get(from)?.add(to);
    }
  return edges;
}

/** The folders of the site and of its scripts, with the number of entries in each; messages are grouped differently. */
const folders = (): readonly (readonly [folder: string, entries: number])[] =>
  ['app', 'components', 'lib', 'scripts', 'content', 'tests']
    .flatMap((top) => [
      top,
      ...readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)),
    ])
    .filter((folder) => !GENERATED.some((generated) => folder.startsWith(generated)))
    .map((folder) => {
      const own = readdirSync(join(ROOT, folder)).filter((name) => !GENERATED.includes(join(folder, name)));
      return [folder, own.length] as const;
    });

const all = sources();
const against = all.flatMap(({ file, imports }) =>
  imports.filter((other) => floorOf(other) > floorOf(file)).map((other) => `${file} -> ${other}`),
);
// Scripts check and measure single kinds, so only their decisions count.
const naming = [
  ...all.flatMap((source) => [...namedKinds(source, lineIn(source)), ...probedKinds(source, lineIn(source))]),
  ...sources(['scripts']).flatMap((source) => namedKinds(source, lineIn(source))),
];
const fileOf = (place: string): string => place.slice(0, place.lastIndexOf(':'));
report('Places outside the kinds’ folders that name or probe for a kind', naming, MOST_KIND_NAMES);
for (const place of naming) console.log(`  ${place}: ${MAY_NAME_KINDS[fileOf(place)] ?? 'no reason given'}`);
report(
  'Of these, places without a reason',
  naming.filter((place) => !(fileOf(place) in MAY_NAME_KINDS)),
  0,
);
report(
  'Reasons for files that name no kind',
  Object.keys(MAY_NAME_KINDS).filter((file) => !naming.some((place) => fileOf(place) === file)),
  0,
);
report('Imports against the allowed direction', against, 0);
report(
  'Cycles between rooms',
  cycles(graphOf(all, roomOf)).map((rooms) => rooms.join(', ')),
  0,
);
report(
  'Cycles between files',
  cycles(graphOf(all, (file) => file)).map((files) => files.join(', ')),
  0,
);
const importers = courseImporters(all);
report('Files that import from the course', importers, MOST_COURSE_IMPORTERS);
for (const file of importers) console.log(`  ${file}: ${MAY_IMPORT_COURSE[file] ?? 'no reason given'}`);
report(
  'Of these, files without a reason',
  importers.filter((file) => !(file in MAY_IMPORT_COURSE)),
  0,
);
report(
  'Reasons for files that import nothing from the course',
  Object.keys(MAY_IMPORT_COURSE).filter((file) => !importers.includes(file)),
  0,
);
const counted = folders();
const [fullest, entries] = counted.reduce((most, folder) => (folder[1] > most[1] ? folder : most));
console.log(`Largest folder: ${fullest}, ${entries} entries (at most ${MOST_ENTRIES})`);
report(
  `Folders with more than ${MOST_ENTRIES} entries`,
  counted.flatMap(([folder, count]) => (count > MOST_ENTRIES ? `${folder}: ${count}` : [])),
  0,
);
const lines = all.map((source) => source.lines);
const largest = all.reduce((most, source) => (source.lines > most.lines ? source : most));
console.log(
  `${all.length} files: median ${quantile(lines, 0.5)} lines, 90th percentile ${Math.round(quantile(lines, 0.9) ?? 0)}, largest ${largest.lines} (${largest.file})`,
);
if (beyond) process.exitCode = 1;
