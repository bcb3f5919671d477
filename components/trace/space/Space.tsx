'use client';

import { useMemo, useState } from 'react';
import { useMedia } from '@/components/site/use-media';
import { usePipeline } from '@/components/state/hooks';
import type { Step } from '@/lib/provenance/path';
import { layoutOf } from '@/lib/provenance/space/layout';
import { Announcement, useAnnounced } from './Announcement';
import { CameraTools } from './CameraTools';
import { FlatWays } from './FlatWays';
import { Reading } from './Reading';
import { roomHere } from './room';
import styles from './Space.module.css';
import { SpaceHelp } from './SpaceHelp';
import { Stand } from './Stand';
import { Tools } from './Tools';
import { useFollowed } from './use-followed';
import { useSpace } from './use-space';
import { type Shown, useTensors } from './use-tensors';

/** How long a flight takes, in milliseconds. */
const FLIGHT = 600;

/** All stages in space, with what is followed in them. */
export function Space() {
  const pipeline = usePipeline();
  const layout = useMemo(() => layoutOf(pipeline, roomHere()), [pipeline]);
  const [what, setWhat] = useState<Shown>('values');
  const [rightClass, setRightClass] = useState<number | null>(null);
  const [pointed, setPointed] = useState<Step | null>(null);
  const [followed, follow] = useFollowed(layout);
  const calm = useMedia('(prefers-reduced-motion: reduce)');
  const tensors = useTensors(what, rightClass);
  const space = useSpace({ layout, tensors, what, step: pointed ?? followed });
  const { director, drawing, links, elements } = space;
  const drawn = drawing !== 'none';
  const [announced, announce] = useAnnounced();
  const flight = calm ? 0 : FLIGHT;
  return (
    <div className={styles.space} data-drawing={drawing}>
      {drawing === 'none' ? (
        <FlatWays followed={followed} />
      ) : (
        <div className={styles.view}>
          <Stand
            {...{ director, layout, elements, flight, followed, drawing }}
            onFollow={follow}
            onPoint={setPointed}
            onAnnounce={announce}
          />
          <CameraTools {...{ director, flight }} onAnnounce={announce} />
        </div>
      )}
      <Tools
        {...{ director, drawn, layout, flight, what, rightClass: tensors.label }}
        onShow={setWhat}
        onClass={setRightClass}
        onFollow={follow}
        onAnnounce={announce}
      />
      <Reading
        step={pointed ?? followed}
        followed={followed}
        pointed={pointed !== null}
        {...{ layout, links, tensors, what, drawn }}
      />
      {drawn && <SpaceHelp layout={layout} />}
      <Announcement of={announced} />
    </div>
  );
}
