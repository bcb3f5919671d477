'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { again } from '@/components/parts/again';
import words from '@/words/puzzles';

// Loaded for those who guess: a lesson that is opened has enough to load.
const PuzzleCard = dynamic(again(() => import('./PuzzleCard').then((module) => module.PuzzleCard)));

/** The button that asks for the options of a puzzle. */
export function PuzzleLoader({ of }: { readonly of: string }) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <PuzzleCard of={of} />;
  return (
    <button type="button" className="button-quiet" onClick={() => setWanted(true)}>
      {words.guess()}
    </button>
  );
}
