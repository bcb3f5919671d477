'use client';

import { useCallback, useEffect, useState } from 'react';
import { followChanges } from '@/lib/data/database';
import { type ListedNetwork, listOpened } from '@/lib/store/subject/opened-networks';

interface OpenedNetworks {
  /** The newest first; null until they are read. */
  readonly networks: readonly ListedNetwork[] | null;
  /** Reads them again. */
  refresh(): Promise<void>;
}

/** The networks that the learner has opened from files, also as other tabs change them. */
export function useOpenedNetworks(): OpenedNetworks {
  const [networks, setNetworks] = useState<readonly ListedNetwork[] | null>(null);
  const refresh = useCallback(async () => setNetworks(await listOpened()), []);
  useEffect(() => {
    void refresh();
    return followChanges('networks', () => void refresh());
  }, [refresh]);
  return { networks, refresh };
}
