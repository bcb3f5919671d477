'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { WhenNear } from '@/components/site/WhenNear';

const CheckCard = dynamic(again(() => import('./CheckCard').then((module) => module.CheckCard)));

/** The question on a stage of any network; what writes it is loaded when the learner comes near it. */
export const LiveCheck = ({ of }: { readonly of: string }) => (
  <WhenNear waits>
    <CheckCard of={of} />
  </WhenNear>
);
