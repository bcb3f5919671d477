'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { again } from '@/components/parts/again';
import { TermPopover } from './TermPopover';

const Definition = dynamic(again(() => import('./Definition').then((module) => module.Definition)));

interface Props {
  readonly id: string;
  readonly children: ReactNode;
}

/** A term in a text that the page loads: the glossary follows by itself. */
export const LiveTerm = ({ id, children }: Props) => (
  <TermPopover id={id} definition={<Definition id={id} />}>
    {children}
  </TermPopover>
);
