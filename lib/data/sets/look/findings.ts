/** What is wrong or unusual about a set, computed from its images and labels. */
import { type EditedSet, editedCounts, placesOfAll } from '../edit/edited-set';
import { SPLITS, type Split } from '../labelled-set';
import { type Odd, oddThere } from './odd';
import type { Survey } from './survey';

/** Images that belong together, by their places. */
export type Group = readonly number[];

/** A class with fewer images teaches little. */
export const FEW = 10;
/** Classes are uneven from here on: the images of the largest, divided by those of the smallest. */
const UNEVEN = 10;

/** One finding, with the images that show it. */
export type Finding =
  | { readonly kind: 'oneClass'; readonly name: string; readonly places: Group }
  | { readonly kind: 'empty'; readonly names: readonly string[]; readonly places: Group }
  | { readonly kind: 'few'; readonly names: readonly string[]; readonly places: Group }
  /** Classes that have images, but none in a part where others are measured. */
  | {
      readonly kind: 'unmeasured';
      readonly split: 'validation' | 'test';
      readonly names: readonly string[];
      readonly places: Group;
    }
  | {
      readonly kind: 'uneven';
      readonly most: string;
      readonly least: string;
      readonly times: number;
      readonly places: Group;
    }
  /** Images outside the training set with the same pixels as one in it, or that look like one. */
  | {
      readonly kind: 'leak' | 'nearLeak';
      readonly count: number;
      readonly of: number;
      readonly places: Group;
    }
  /** The same pixels, or nearly, with different labels. */
  | { readonly kind: 'conflict' | 'nearConflict'; readonly groups: number; readonly places: Group }
  | {
      readonly kind: 'copies' | 'alike';
      readonly count: number;
      readonly groups: number;
      readonly places: Group;
    }
  | { readonly kind: 'plain' | 'grey'; readonly count: number; readonly places: Group }
  /** Images that look like the mirror image of another one; `leaks`: the pairs of which one alone is in the training set. */
  | { readonly kind: 'mirrored'; readonly count: number; readonly leaks: number; readonly places: Group }
  | { readonly kind: 'odd'; readonly odd: Odd; readonly places: Group };

/** Tells findings of one set apart. */
export function findingKey(finding: Finding): string {
  if (finding.kind === 'odd') return `odd ${finding.odd.kind}`;
  return finding.kind === 'unmeasured' ? `unmeasured ${finding.split}` : finding.kind;
}

/** The images that are there in groups of one leader, in the order of the set; only groups of several. */
export function groupsOf(leaders: ArrayLike<number>, places: ArrayLike<number>): readonly Group[] {
  const sizes = new Uint32Array(leaders.length);
  for (let nth = 0; nth < places.length; nth++) sizes[leaders[places[nth]]] += 1;
  // Most images are alone: they need no list.
  const groups = new Map<number, number[]>();
  for (let nth = 0; nth < places.length; nth++) {
    const leader = leaders[places[nth]];
    if (sizes[leader] === 1) continue;
    const group = groups.get(leader);
    if (group) group.push(places[nth]);
    else groups.set(leader, [places[nth]]);
  }
  return [...groups.values()];
}

/** How many images there are, and of how many originals. */
export interface DistinctCounts {
  /** `recorded` by whoever made the images; otherwise those that look alike are taken for versions of one. */
  readonly counted: 'recorded' | 'byLooks';
  readonly images: number;
  /** How many of them have different pixels; null until they have been looked at. */
  readonly pixels: number | null;
  readonly originals: number;
  /** Those of each split: an original may be in several. */
  readonly originalsIn: Readonly<Record<Split, number>>;
}

/** Null where that is neither recorded nor can be counted yet. */
export function distinctCounts(set: EditedSet, survey: Survey | null): DistinctCounts | null {
  const images = placesOfAll(set).length;
  const pixels = survey && differing(set, survey.sameAs);
  const { originals } = set;
  if (originals) {
    const all = SPLITS.reduce((sum, split) => sum + originals[split], 0);
    return { counted: 'recorded', images, pixels, originals: all, originalsIn: originals };
  }
  if (!survey) return null;
  const { looksLike } = survey;
  return {
    counted: 'byLooks',
    images,
    pixels,
    originals: differing(set, looksLike),
    originalsIn: {
      training: differing(set, looksLike, 'training'),
      validation: differing(set, looksLike, 'validation'),
      test: differing(set, looksLike, 'test'),
    },
  };
}

/** How many different leaders the images have that are there, in a split or in all. */
function differing({ count, there, splits }: EditedSet, leaders: ArrayLike<number>, split?: Split): number {
  const isKnown = new Uint8Array(count);
  let found = 0;
  for (let at = 0; at < count; at++) {
    if (there[at] === 0 || isKnown[leaders[at]] === 1) continue;
    if (split && SPLITS[splits[at]] !== split) continue;
    isKnown[leaders[at]] = 1;
    found += 1;
  }
  return found;
}

/** What the labels alone show. */
export function countFindings(set: EditedSet): readonly Finding[] {
  const counts = editedCounts(set);
  const totals = set.classes.map((_, label) => counts.reduce((sum, row) => sum + row[label], 0));
  const there = totals.flatMap((total, label) => (total > 0 ? [label] : []));
  const placesIn = (labels: readonly number[]): Group => {
    const wanted = new Set(labels);
    return Array.from(placesOfAll(set, (at) => wanted.has(set.labels[at])));
  };
  const names = (labels: readonly number[]) => labels.map((label) => set.classes[label]);
  const found: Finding[] = [];
  if (there.length === 1) found.push({ kind: 'oneClass', name: set.classes[there[0]], places: [] });
  const empty = totals.flatMap((total, label) => (total === 0 ? [label] : []));
  if (empty.length > 0) found.push({ kind: 'empty', names: names(empty), places: [] });
  for (const split of ['validation', 'test'] as const) {
    const row = counts[SPLITS.indexOf(split)];
    const lacking = row.some((count) => count > 0) ? there.filter((label) => row[label] === 0) : [];
    if (lacking.length > 0) found.push({ kind: 'unmeasured', split, names: names(lacking), places: [] });
  }
  const few = there.filter((label) => totals[label] < FEW);
  if (few.length > 0) found.push({ kind: 'few', names: names(few), places: placesIn(few) });
  const [least, most] = [there.toSorted((a, b) => totals[a] - totals[b])].flatMap((sorted) => [
    sorted[0],
    sorted[sorted.length - 1],
  ]);
  const times = totals[most] / totals[least];
  if (times >= UNEVEN)
    found.push({
      kind: 'uneven',
      most: set.classes[most],
      least: set.classes[least],
      times: Math.floor(times),
      places: placesIn([least]),
    });
  return found;
}

/** What was odd about the files of images that are there. */
export const oddFindings = ({ odd = [], there }: EditedSet): readonly Finding[] =>
  oddThere(odd, there, false).map((one) => ({
    kind: 'odd',
    odd: one,
    places: one.places,
  }));

/** What the survey of the pixels shows. The gravest first. */
export function pixelFindings(
  set: EditedSet,
  { sameAs, looksLike, mirrorOf, plain, grey }: Survey,
): readonly Finding[] {
  const places = placesOfAll(set);
  const same = groupsOf(sameAs, places);
  // Groups in which all have the same pixels have been reported already.
  const near = groupsOf(looksLike, places).filter((group) =>
    group.some((at) => sameAs[at] !== sameAs[group[0]]),
  );
  const found: Finding[] = [];
  const leaks = leakOf(set, same);
  const outside = placesOfAll(set, (at) => !isTraining(set, at)).length;
  if (leaks.count > 0) found.push({ kind: 'leak', of: outside, ...leaks });
  const nearLeaks = leakOf(set, near);
  if (nearLeaks.count > 0) found.push({ kind: 'nearLeak', of: outside, ...nearLeaks });
  for (const [kind, groups] of [
    ['conflict', same],
    ['nearConflict', near],
  ] as const) {
    const torn = groups.filter((group) => group.some((at) => set.labels[at] !== set.labels[group[0]]));
    if (torn.length > 0) found.push({ kind, groups: torn.length, places: torn.flat() });
  }
  for (const [kind, groups] of [
    ['copies', same],
    ['alike', near],
  ] as const)
    if (groups.length > 0) {
      const all = groups.flat();
      found.push({ kind, count: all.length - groups.length, groups: groups.length, places: all });
    }
  const mirrored = mirroredOf(set, mirrorOf);
  if (mirrored.count > 0) found.push({ kind: 'mirrored', ...mirrored });
  const marked = (marks: ArrayLike<number>) => Array.from(placesOfAll(set, (at) => marks[at] === 1));
  const plains = marked(plain);
  if (plains.length > 0) found.push({ kind: 'plain', count: plains.length, places: plains });
  const greys = marked(grey);
  // Where all are grey, that is what the set is like.
  if (greys.length > 0 && greys.length < places.length / 2)
    found.push({ kind: 'grey', count: greys.length, places: greys });
  return found;
}

/** The images that look like another one's mirror image, after each the other one. */
function mirroredOf(set: EditedSet, mirrorOf: ArrayLike<number>) {
  const pairs = Array.from(placesOfAll(set, (at) => mirrorOf[at] !== at && set.there[mirrorOf[at]] === 1));
  const leaks = pairs.filter((at) => isTraining(set, at) !== isTraining(set, mirrorOf[at])).length;
  const places = [...new Set(pairs.flatMap((at) => [at, mirrorOf[at]]))];
  return { count: pairs.length, leaks, places };
}

const isTraining = ({ splits }: EditedSet, at: number): boolean => SPLITS[splits[at]] === 'training';

/** The images of groups that are in the training set and outside of it. */
function leakOf(
  set: EditedSet,
  groups: readonly Group[],
): { readonly count: number; readonly places: Group } {
  const across = groups.filter((group) => {
    const training = group.filter((at) => isTraining(set, at)).length;
    return training > 0 && training < group.length;
  });
  const count = across.reduce((sum, group) => sum + group.filter((at) => !isTraining(set, at)).length, 0);
  return { count, places: across.flat() };
}
