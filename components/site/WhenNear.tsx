'use client';

import { type ReactNode, useRef } from 'react';
import { ALL_MS, useNear } from './use-near';

interface Props {
  readonly className?: string;
  /** Waits for the learner however long that takes: for what has to be fetched first. */
  readonly waits?: boolean;
  /** What stands there until then. */
  readonly meanwhile?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Renders its content only when the learner comes near it, or after a while: it is below what is read first.
 */
export function WhenNear({ className, waits = false, meanwhile, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place, waits ? undefined : ALL_MS);
  return (
    <div ref={place} className={className}>
      {near ? children : meanwhile}
    </div>
  );
}
