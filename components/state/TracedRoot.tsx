'use client';

import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useDeferredValue,
  useEffect,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { traceStore } from '@/lib/store/trace/trace';
import { Supply } from './Supply';
import type { Traced } from './traced';

/** Supplies the whole site, including the parts around the page, with what a page shows. */
const SupplyToAll = createContext<(traced: Traced | null) => void>(() => {});

/**
 * Wraps everything that shows or explains values: the spine, the page, the inspector. They show what the open
 * page supplies, otherwise the selected recorded epoch, otherwise the current network.
 */
export function TracedRoot({ children }: { readonly children: ReactNode }) {
  const past = useDeferredValue(useStore(traceStore, (view) => view.past));
  const [traced, supply] = useState<Traced | null>(null);
  return (
    <SupplyToAll value={supply}>
      <Supply {...(traced ?? { trace: past ?? undefined })}>{children}</Supply>
    </SupplyToAll>
  );
}

/**
 * While the calling component is mounted, the whole site shows and explains this, such as an edited or an
 * imported network; with null it shows the contents of the stores. Rendering it is not urgent: it is done in
 * slices.
 */
export function useSupply(traced: Traced | null): void {
  const supply = use(SupplyToAll);
  useEffect(() => startTransition(() => supply(traced)), [supply, traced]);
  useEffect(() => () => supply(null), [supply]);
}
