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

/** Supplies what a page shows to all of the site, the parts around the page included. */
const SupplyToAll = createContext<(traced: Traced | null) => void>(() => {});

/**
 * Around everything that shows or explains values: the spine, the page, the inspector. They show what the open page
 * supplies, or else the epoch that is looked back at, or else the present network.
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
 * As long as who calls it is on the page, all of the site shows and explains this, such as an edited network or an
 * imported one; with null it shows what the stores have. Drawing it all is no hurry: it is done in slices.
 */
export function useSupply(traced: Traced | null): void {
  const supply = use(SupplyToAll);
  useEffect(() => startTransition(() => supply(traced)), [supply, traced]);
  useEffect(() => () => supply(null), [supply]);
}
