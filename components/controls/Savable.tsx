'use client';

import type { ReactNode } from 'react';
import { SaveImage } from './SaveImage';

interface Props {
  /** What it shows: its name, and that of the file. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A drawing that can be saved as an image. */
export function Savable({ label, children }: Props) {
  return (
    <figure aria-label={label}>
      {children}
      <SaveImage />
    </figure>
  );
}
