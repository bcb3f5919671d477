'use client';

import { useMemo, useState } from 'react';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import type { Group } from '@/lib/data/sets/look/findings';
import { type Answers, useAnswers } from './look/use-answers';

/** The choice of a filter that lets all images through. */
export const ALL = -1;
/** The choices of the filter by what the network predicts. */
export const VERDICTS = ['right', 'wrong'] as const;

interface Choice {
  readonly label: number;
  readonly split: number;
  /** A place in VERDICTS, or ALL. */
  readonly verdict: number;
  readonly found: { readonly what: string; readonly places: Group } | null;
}

const NOTHING: Choice = { label: ALL, split: ALL, verdict: ALL, found: null };

/** Which of a set's images are shown. */
export interface Filters extends Choice {
  readonly answers: Answers;
  readonly places: Uint32Array;
  /** What they were chosen by. */
  readonly view: string;
  choose(change: Partial<Choice>): void;
  /** Only images that were found, whatever was chosen before. */
  show(what: string, places: Group): void;
}

/** The places of the images that a choice lets through. */
function chosenPlaces(
  { labels, splits, there, count }: EditedSet,
  { label, split, verdict, found }: Choice,
  { units, predicted }: Pick<Answers, 'units' | 'predicted'>,
): Uint32Array {
  const among = found?.places;
  const length = among?.length ?? count;
  const isRight = (at: number) => units?.[labels[at]] === predicted?.[at];
  const places = new Uint32Array(length);
  let next = 0;
  for (let nth = 0; nth < length; nth++) {
    const at = among ? among[nth] : nth;
    if (there[at] === 0 || (label !== ALL && labels[at] !== label)) continue;
    if (split !== ALL && splits[at] !== split) continue;
    if (verdict !== ALL && predicted && isRight(at) !== (VERDICTS[verdict] === 'right')) continue;
    places[next++] = at;
  }
  return places.subarray(0, next);
}

/** What the wall shows of a set: by class, split, what the shown network predicts, and what was found. */
export function useFilters(set: EditedSet): Filters {
  const [chosen, setChosen] = useState(NOTHING);
  const label = chosen.label < set.classes.length ? chosen.label : ALL;
  const { split, verdict, found } = chosen;
  const answers = useAnswers(set, verdict !== ALL);
  const { units, predicted } = answers;
  const { labels, splits, there } = set;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and the card change nothing about what is shown
  const places = useMemo(
    () => chosenPlaces(set, { label, split, verdict, found }, { units, predicted }),
    [labels, splits, there, label, split, verdict, found, units, predicted],
  );
  return {
    ...chosen,
    label,
    answers,
    places,
    view: `${label} ${split} ${predicted ? verdict : ALL} ${found?.places.join() ?? ''}`,
    choose: (change) => setChosen((now) => ({ ...now, ...change })),
    show: (what, places) => setChosen({ ...NOTHING, found: { what, places } }),
  };
}
