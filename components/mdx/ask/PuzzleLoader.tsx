'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { again } from '@/components/parts/again';
import type { PuzzleName } from '@/lib/quiz/puzzles/puzzles';

// Loaded for those who guess: a lesson that is opened has enough to load.
const PuzzleCard = dynamic(again(() => import('./PuzzleCard').then((module) => module.PuzzleCard)));

interface Props {
  readonly of: string;
  readonly asks: PuzzleName;
  /** The button’s words: its script carries none. */
  readonly label: string;
}

/** The button that asks for the options of a puzzle. */
export function PuzzleLoader({ of, asks, label }: Props) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <PuzzleCard of={of} asks={asks} />;
  return (
    <button type="button" className="button-quiet" onClick={() => setWanted(true)}>
      {label}
    </button>
  );
}
