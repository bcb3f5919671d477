'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Step } from '@/lib/provenance/way';
import styles from './PixelBill.module.css';

const PixelBill = dynamic(() => import('./PixelBill').then((module) => module.PixelBill), {
  loading: () => <p role="status">The bill is on its way.</p>,
});

/** The bill of a value, made when it is asked for: it takes a backward pass. */
export function BillSection({ step }: { readonly step: Step }) {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section} aria-label="The pixel bill">
      <button type="button" className="button-quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Put the bill away' : 'What does each pixel bring?'}
      </button>
      {open && <PixelBill step={step} />}
    </section>
  );
}
