'use client';

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { Pending } from '@/components/state/Pending';
import { useSupply } from '@/components/state/TracedRoot';
import { openWhatIf } from '@/lib/store/explore/what-if';
import { lookedAt, traceStore } from '@/lib/store/trace/trace';
import words from '@/words/what-if';
import { EditTools } from './EditTools';
import { ImageEdits } from './ImageEdits';
import { LedgerView } from './LedgerView';
import { LiveStages } from './LiveStages';
import { NetworkEdits } from './NetworkEdits';
import { OcclusionMap } from './OcclusionMap';
import { Outcome } from './Outcome';
import { useWhatIf } from './use-what-if';
import styles from './WhatIf.module.css';

type Part = 'image' | 'network' | 'cover';
const PARTS: readonly { readonly value: Part; readonly words: string }[] = [
  { value: 'image', words: words.theImage() },
  { value: 'network', words: words.theNetwork() },
  { value: 'cover', words: words.theCover() },
];

/** Changes to the image and to the network, and their effect on all stages. */
export function WhatIf() {
  useEffect(openWhatIf, []);
  const [part, setPart] = useState<Part>('image');
  const sentence = useWhatIf((state) => state.sentence);
  const ready = useWhatIf((state) => state.original !== null);
  return (
    <>
      <SupplyChanged />
      <p role="status" className="status">
        {sentence ?? (ready ? '' : <Pending>{words.loading()}</Pending>)}
      </p>
      <div className={styles.bench}>
        <div className={styles.edits}>
          <ChoiceField<Part> label={words.whatChanges()} options={PARTS} chosen={part} onChoose={setPart} />
          {part === 'image' && <ImageEdits />}
          {part === 'network' && <NetworkEdits />}
          {part === 'cover' && <OcclusionMap />}
          <EditTools />
          <p className="status">{words.kept()}</p>
        </div>
        <div className={styles.outcome}>
          <Outcome />
        </div>
        <div className={styles.effects}>
          <LiveStages />
          <LedgerView />
        </div>
      </div>
    </>
  );
}

/**
 * While this is mounted, the whole site shows and explains the edited image in the edited network. It shows
 * the original ones while a new trace of them has not been edited yet.
 */
function SupplyChanged() {
  const changed = useWhatIf((state) => state.changed);
  const original = useStore(traceStore, lookedAt);
  useSupply(changed?.of === original ? changed : null);
  return null;
}
