'use client';

import { lazy, Suspense, useRef, useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import words from '@/words/site';
import { LateTrainingSign } from '../training/LateTrainingSign';
import styles from './Map.module.css';
import type { Minutes, WayLine } from './pages';

const load = () => import('./PageMap').then((module) => module.default);
// Loaded when someone is about to open it.
const PageMap = lazy(again(load));

/** The button that opens the menu of all pages. */
export function MapMenu({ ways, minutes }: { readonly ways: readonly WayLine[]; readonly minutes: Minutes }) {
  const panel = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button-bare"
        popoverTarget="site-map"
        onPointerEnter={() => setWanted(true)}
        onFocus={() => setWanted(true)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1 3h14M1 8h14M1 13h14" stroke="currentColor" strokeWidth="1.75" />
        </svg>
        <span className={styles.word}>{words.menu()}</span>
        <span className={styles.instead}>
          <LateTrainingSign />
        </span>
      </button>
      <nav
        id="site-map"
        ref={panel}
        popover="auto"
        aria-label={words.allPages()}
        className={`panel ${styles.panel}`}
        onToggle={({ newState }) => newState === 'open' && setWanted(true)}
      >
        <button
          type="button"
          className={`button-quiet ${styles.close}`}
          popoverTarget="site-map"
          popoverTargetAction="hide"
        >
          {words.closeMenu()}
        </button>
        {wanted && (
          <Part name={words.allPages()}>
            <Suspense fallback={null}>
              <PageMap ways={ways} minutes={minutes} onLeave={() => panel.current?.hidePopover()} />
            </Suspense>
          </Part>
        )}
      </nav>
    </>
  );
}
