'use client';

import { type ReactNode, useRef } from 'react';
import { ALL_MS, useNear } from './use-near';

/**
 * Renders its content only when the learner comes near it, or after a while: it is below what is read first.
 */
export function WhenNear({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place, ALL_MS);
  return <div ref={place}>{near && children}</div>;
}
