'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import type { Step } from '@/lib/provenance/path';
import words from '@/words/inspector';
import parts from '@/words/parts';
import styles from './PixelBill.module.css';

const PixelBill = dynamic(
  again(() => import('./PixelBill').then((module) => module.PixelBill)),
  {
    loading: () => <p role="status">{words.billLoading()}</p>,
  },
);

/** The bill of a value, computed on request: it takes a backward pass. */
export function BillSection({ step }: { readonly step: Step }) {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.section} aria-label={words.bill()}>
      <button type="button" className="button-quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.hideBill() : words.askBill()}
      </button>
      {open && (
        <Part name={parts.bill()} of={step}>
          <PixelBill step={step} />
        </Part>
      )}
    </section>
  );
}
