'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { again } from '@/components/parts/again';
import { useNear } from '@/components/site/use-near';

const CheckCard = dynamic(again(() => import('./CheckCard').then((module) => module.CheckCard)));

/** The question on a stage of any network; what writes it is loaded when the learner comes near it. */
export function LiveCheck({ of }: { readonly of: string }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  return <div ref={place}>{near && <CheckCard of={of} />}</div>;
}
