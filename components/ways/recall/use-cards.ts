'use client';

import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useAskedAbout } from '@/components/state/hooks';
import { bankOf } from '@/lib/quiz/bank';
import { type Deck, deckAt } from '@/lib/quiz/recall/deck';
import type { Memory } from '@/lib/quiz/recall/schedule';
import { type Asked, ask } from '@/lib/quiz/round';
import { recall, restoreRecall } from '@/lib/store/learner/recall';

/** What is due changes by itself this often, in milliseconds. */
const TICK = 20_000;

export interface Cards {
  readonly deck: Deck;
  /** The time by which the deck was dealt. */
  readonly now: number;
  /** The card that is asked; null where nothing is due. */
  readonly asked: { readonly question: Asked; readonly memory: Memory | null } | null;
  /** Looks at the clock again. */
  turn(): void;
}

/** Where a card stands: it changes with each answer, in whichever tab. */
const standOf = (memory: Memory | undefined): string => (memory ? `${memory.answers} ${memory.last}` : '');

/** The deck and the card that is asked: a due one first, then a new one. Null until the browser's cards were read. */
export function useCards(): Cards | null {
  const network = useAskedAbout();
  const memories = useStore(recall, (state) => state.cards);
  const [now, setNow] = useState<number | null>(null);
  const [dealt, setDealt] = useState<{ readonly question: Asked; readonly stand: string } | null>(null);
  useEffect(() => {
    restoreRecall();
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  const bank = useMemo(() => bankOf(network), [network]);
  const deck = useMemo(
    () =>
      now === null
        ? null
        : deckAt(
            bank.map(({ id }) => id),
            memories,
            now,
          ),
    [bank, memories, now],
  );
  const next = deck?.due[0] ?? deck?.fresh[0] ?? null;
  // A card that was answered since it was dealt is over: here, in another tab, or because all were deleted.
  const open = dealt && dealt.stand === standOf(memories[dealt.question.id]) ? dealt.question : null;
  useEffect(() => {
    if (open || next === null) return;
    const entry = bank.find(({ id }) => id === next);
    const question = entry ? ask(entry, Math.random) : null;
    setDealt(question && { question, stand: standOf(memories[question.id]) });
  }, [open, next, bank, memories]);
  if (!deck || now === null) return null;
  return {
    deck,
    now,
    asked: open && { question: open, memory: memories[open.id] ?? null },
    turn: () => setNow(Date.now()),
  };
}
