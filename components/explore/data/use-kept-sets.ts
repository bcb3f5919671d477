'use client';

import { useEffect, useState } from 'react';
import { followSets, type KeptSet, listSets } from '@/lib/store/subject/kept-sets';

/** The sets that this browser keeps, as long as the page is open; null until they are known. */
export function useKeptSets(): readonly KeptSet[] | null {
  const [sets, setSets] = useState<readonly KeptSet[] | null>(null);
  useEffect(() => {
    const refresh = async () => setSets(await listSets());
    void refresh();
    return followSets(() => void refresh());
  }, []);
  return sets;
}
