'use client';

import { useMemo, useState } from 'react';
import type { Term } from '@/lib/kinds/types';
import {
  groupTerms,
  inOrder,
  keyOf,
  type TermGroup,
  type TermGrouping,
  type TermOrder,
} from '@/lib/provenance/terms';
import type { MapShape } from '@/lib/tensor/tensor';

/** With this few groups all of them are open. */
const FEW = 4;

export type Row = { readonly term: Term } | { readonly group: TermGroup; readonly open: boolean };

/** The layout of a value's terms in rows. */
export interface TermRows {
  readonly order: TermOrder;
  readonly by: TermGrouping;
  /** Null where the terms are not grouped. In the chosen order. */
  readonly groups: readonly TermGroup[] | null;
  readonly rows: readonly Row[];
  sort(order: TermOrder): void;
  groupBy(by: TermGrouping): void;
  toggle(key: number): void;
  /** Groups the terms this way and opens one group. */
  openGroup(by: 'channel' | 'position', key: number): void;
  /** The row of a term, or of the closed group that it is in. */
  rowOf(term: Term): number;
}

const all = (groups: readonly TermGroup[]) => groups.map(({ key }) => key);

/**
 * The rows of a value's terms, sorted and grouped as the learner likes. `maps`: the maps that the terms read;
 * null: no places.
 */
export function useTermRows(terms: readonly Term[], maps: MapShape | null, first: TermGrouping): TermRows {
  const [order, setOrder] = useState<TermOrder>('size');
  const [by, setBy] = useState<TermGrouping>(first);
  /** Null: the initial state, all open for a few groups and the strongest for many. */
  const [opened, setOpened] = useState<readonly number[] | null>(null);
  const groups = useMemo(
    () => (by === 'none' || !maps ? null : inOrder(groupTerms(terms, by, maps), order)),
    [terms, by, maps, order],
  );
  const open = useMemo(() => {
    if (opened || !groups) return new Set(opened);
    return new Set(all(groups.length > FEW ? inOrder(groups, 'size').slice(0, 1) : groups));
  }, [opened, groups]);
  const rows = useMemo((): readonly Row[] => {
    if (!groups) return inOrder(terms, order).map((term) => ({ term }));
    return groups.flatMap((group): readonly Row[] => {
      const isOpen = open.has(group.key);
      const own = isOpen ? inOrder(group.terms, order).map((term) => ({ term })) : [];
      return [{ group, open: isOpen }, ...own];
    });
  }, [terms, groups, order, open]);
  return {
    order,
    by,
    groups,
    rows,
    sort: setOrder,
    groupBy: (next) => {
      setBy(next);
      setOpened(null);
    },
    toggle: (key) => setOpened(open.has(key) ? [...open].filter((own) => own !== key) : [...open, key]),
    openGroup: (next, key) => {
      setBy(next);
      setOpened(next === by ? [...new Set([...open, key])] : [key]);
    },
    rowOf: (term) => {
      const at = rows.findIndex((row) => 'term' in row && row.term === term);
      if (at >= 0 || by === 'none' || !maps) return at;
      const key = keyOf(term, by, maps);
      return rows.findIndex((row) => 'group' in row && row.group.key === key);
    },
  };
}
