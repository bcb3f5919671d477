'use client';

import { useEffect, useState } from 'react';
import type { Result } from '@/lib/result';
import type { KeptSet } from '@/lib/store/subject/kept-set-head';
import { followSets, listSets } from '@/lib/store/subject/kept-sets';

/** The sets that this browser keeps, as long as the page is open, or why they can't be read; null until that is known. */
export function useListedSets(): Result<readonly KeptSet[]> | null {
  const [listed, setListed] = useState<Result<readonly KeptSet[]> | null>(null);
  useEffect(() => {
    const refresh = async () => setListed(await listSets());
    void refresh();
    return followSets(() => void refresh());
  }, []);
  return listed;
}

const NONE: readonly KeptSet[] = [];

/** The same where it makes no difference whether they can't be read or there are none. */
export function useKeptSets(): readonly KeptSet[] | null {
  const listed = useListedSets();
  return listed && (listed.ok ? listed.value : NONE);
}
