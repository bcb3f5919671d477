'use client';

import { useMemo } from 'react';
import { type EditedSet, placesOfAll } from '@/lib/data/sets/edit/edited-set';
import {
  countFindings,
  type DistinctCounts,
  distinctCounts,
  type Finding,
  type Group,
  groupsOf,
  oddFindings,
  pixelFindings,
} from '@/lib/data/sets/look/findings';
import type { Survey } from '@/lib/data/sets/look/survey';

interface Found {
  readonly findings: readonly Finding[];
  readonly groups: readonly Group[];
  /** How many originals there are; null until that is known. */
  readonly distinct: DistinctCounts | null;
}

/** What stands out about a set as it is, and its groups of copies and of images that look alike. */
export function useFindings(set: EditedSet, survey: Survey | null): Found {
  return useMemo(
    () => ({
      findings: [...(survey ? pixelFindings(set, survey) : []), ...countFindings(set), ...oddFindings(set)],
      groups: survey ? groupsOf(survey.looksLike, placesOfAll(set)) : [],
      distinct: distinctCounts(set, survey),
    }),
    [set, survey],
  );
}
