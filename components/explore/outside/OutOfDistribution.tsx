'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import words from '@/words/outside';

// Both networks' weights, over three megabytes, are fetched with it: loaded when asked for.
const Comparison = dynamic(again(() => import('./Comparison').then((module) => module.Comparison)));

/** Offers to send drawings and photographs through the networks of both. */
export function OutOfDistribution() {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {words.compute()}
      </button>
    );
  return (
    <Part name={words.title()}>
      <Comparison />
    </Part>
  );
}
