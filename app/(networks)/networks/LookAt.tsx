'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { learner } from '@/lib/store/learner/learner';

interface Props {
  /** The id of the network's subject. */
  readonly id: string;
  /** The page that then shows it. */
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to a page which turns all pages to a network. */
export function LookAt({ id, to, children }: Props) {
  return (
    <Link href={to} prefetch={false} onClick={() => learner.getState().chooseNetwork(id)}>
      {children}
    </Link>
  );
}
