'use client';

import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useAskedAbout } from '@/components/state/hooks';
import { bankOf } from '@/lib/quiz/bank';
import { askable, deal } from '@/lib/quiz/recall/deal';
import { type Deck, deckAt } from '@/lib/quiz/recall/deck';
import type { Memory } from '@/lib/quiz/recall/schedule';
import type { Asked } from '@/lib/quiz/round';
import { recall, restoreRecall } from '@/lib/store/learner/recall';

/** How often the deck is updated without an answer, in milliseconds. */
const TICK = 20_000;

export interface Cards {
  readonly deck: Deck;
  /** The time for which the deck was computed. */
  readonly now: number;
  /** The current card; null where nothing is due. */
  readonly asked: { readonly question: Asked; readonly memory: Memory | null } | null;
  /** Reads the clock again. */
  turn(): void;
}

/** The state of a card: it changes with each answer, in any tab. */
const standOf = (memory: Memory | undefined): string => (memory ? `${memory.answers} ${memory.last}` : '');

/**
 * The deck and the current card: a due one first, then a new one. Null until the browser's cards are loaded.
 */
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
  const bank = useMemo(() => askable(bankOf(network)), [network]);
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
  // A card is finished once it was answered since it was dealt: here, in another tab, or because all were
  // deleted.
  const open = dealt && dealt.stand === standOf(memories[dealt.question.id]) ? dealt.question : null;
  useEffect(() => {
    if (open || !deck) return;
    const question = deal(bank, [...deck.due, ...deck.fresh], Math.random);
    setDealt(question && { question, stand: standOf(memories[question.id]) });
  }, [open, deck, bank, memories]);
  if (!deck || now === null) return null;
  return {
    deck,
    now,
    asked: open && { question: open, memory: memories[open.id] ?? null },
    turn: () => setNow(Date.now()),
  };
}
