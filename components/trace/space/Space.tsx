'use client';

import { useMemo, useState } from 'react';
import { useMedia } from '@/components/site/use-media';
import { usePipeline } from '@/components/state/hooks';
import type { Step } from '@/lib/provenance/path';
import { layoutOf, type SpaceLayout } from '@/lib/provenance/space/layout';
import words from '@/words/space';
import { Announcement, useAnnounced } from './Announcement';
import { CameraTools } from './CameraTools';
import { FlatWays } from './FlatWays';
import { partWords } from './part-words';
import { Reading } from './Reading';
import styles from './Space.module.css';
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
  const layout = useMemo(() => layoutOf(pipeline), [pipeline]);
  const [what, setWhat] = useState<Shown>('values');
  const [rightClass, setRightClass] = useState<number | null>(null);
  const [pointed, setPointed] = useState<Step | null>(null);
  const [followed, follow] = useFollowed();
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
        {...{ director, drawn, flight, what, rightClass: tensors.label }}
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

/** What is to scale, what is drawn in part, and how one moves. */
function SpaceHelp({ layout }: { readonly layout: SpaceLayout }) {
  const parts = layout.boards.filter(({ shown, all }) => shown < all);
  return (
    <div className={styles.help}>
      <p>
        {words.scale()}
        {parts.length > 0 && ` ${words.part({ stages: parts.map(partWords).join(', ') })}`}
      </p>
      <details>
        <summary>{words.keysTitle()}</summary>
        <ul>
          <li>{words.mouse()}</li>
          <li>{words.touch()}</li>
          <li>{words.keys()}</li>
        </ul>
      </details>
    </div>
  );
}
