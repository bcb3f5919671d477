'use client';

import { useSyncExternalStore } from 'react';
import { usePipeline } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import { FULL_ROOM, layoutOf } from '@/lib/provenance/space/layout';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/space';
import { roomHere } from './room';
import styles from './Space.module.css';

// The memory of a device stays as it is.
const subscribe = () => () => {};

/** What the page shows, with the number of values of the network at hand. */
export function SpaceIntro() {
  const pipeline = usePipeline();
  const count = pipeline.stages.reduce((sum, { output }) => sum + size(output), 0);
  const room = useSyncExternalStore(subscribe, roomHere, () => FULL_ROOM);
  const isWhole = layoutOf(pipeline, room).boards.every(({ shown, all }) => shown === all);
  return (
    <p className={styles.intro}>
      {words.intro({ whole: isWhole ? 'yes' : 'no', count: formatCount(count) })}
    </p>
  );
}
