'use client';

import { useCallback, useEffect, useState } from 'react';
import { followChanges } from '@/lib/data/database';
import type { Problem } from '@/lib/result';
import { type Listed, type ListedNetwork, listOpened } from '@/lib/store/subject/opened-networks';

interface OpenedNetworks {
  /** The newest first; null until they are read. */
  readonly networks: readonly ListedNetwork[] | null;
  /** Why those that this browser stores are not among them. */
  readonly problem: Problem | null;
  /** Reads them again. */
  refresh(): Promise<void>;
}

/** The networks that the learner has opened from files, also as other tabs change them. */
export function useOpenedNetworks(): OpenedNetworks {
  const [listed, setListed] = useState<Listed | null>(null);
  const refresh = useCallback(async () => setListed(await listOpened()), []);
  useEffect(() => {
    void refresh();
    return followChanges('networks', () => void refresh());
  }, [refresh]);
  return { networks: listed?.networks ?? null, problem: listed?.problem ?? null, refresh };
}
