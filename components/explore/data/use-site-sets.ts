'use client';

import { useEffect, useState } from 'react';
import { listSiteSets, type SiteSet } from '@/lib/data/sets/site-set';
import type { Result } from '@/lib/result';

/** The data sets that this site serves; null until they are known. */
export function useSiteSets(): Result<readonly SiteSet[]> | null {
  const [sets, setSets] = useState<Result<readonly SiteSet[]> | null>(null);
  useEffect(() => {
    let isGone = false;
    void listSiteSets().then((listed) => !isGone && setSets(listed));
    return () => {
      isGone = true;
    };
  }, []);
  return sets;
}
