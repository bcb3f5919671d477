'use client';

import { useMemo } from 'react';
import { type EditedSet, placesOfAll } from '@/lib/data/sets/edit/edited-set';
import {
  countFindings,
  type Finding,
  type Group,
  groupsOf,
  pixelFindings,
} from '@/lib/data/sets/look/findings';
import type { Survey } from '@/lib/data/sets/look/survey';

/** What stands out about a set as it is, and its groups of copies and of images that look alike. */
export function useFindings(
  set: EditedSet,
  survey: Survey | null,
): { readonly findings: readonly Finding[]; readonly groups: readonly Group[] } {
  return useMemo(
    () => ({
      findings: [...(survey ? pixelFindings(set, survey) : []), ...countFindings(set)],
      groups: survey ? groupsOf(survey.looksLike, placesOfAll(set)) : [],
    }),
    [set, survey],
  );
}
