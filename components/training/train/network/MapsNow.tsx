'use client';

import { memo, useMemo, useRef } from 'react';
import { ALL_MS, useNear } from '@/components/site/use-near';
import { withFilters } from '@/lib/kinds/parts/filters';
import type { Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { strongestChannels } from '@/lib/tensor/channels';
import words from '@/words/network-now';
import type { ComparedState } from './compare';
import { MapTiles } from './MapTiles';
import styles from './Network.module.css';
import { stageTrace, useNetworkNow } from './use-network-now';

const MAPS = 6;
/** Maps up to this size are enlarged. */
const SMALL_MAP = 40;

/**
 * The maps that fire most, chosen from one trace and kept, so that none changes its place while the learner
 * watches.
 */
function useChosenMaps(stage: Stage, chosenOn: StageTrace | null): readonly number[] {
  const first = Array.from({ length: MAPS }, (_, channel) => channel);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a trace that follows the weights must not change the choice
  return useMemo(
    () => (chosenOn ? strongestChannels(chosenOn).slice(0, MAPS) : first),
    [stage, chosenOn === null],
  );
}

/** The feature maps of the chosen image as the network learns. */
export const MapsNow = memo(function MapsNow({ moment: asked }: { readonly moment: ComparedState }) {
  const section = useRef<HTMLElement>(null);
  // On a phone it is several screens below the controls, which must not wait for its pixels.
  const near = useNear(section, ALL_MS);
  const { pipeline, image, trace, start, moment } = useNetworkNow(asked, near);
  return (
    <section ref={section} aria-labelledby="network-now" className={styles.stages}>
      <h2 id="network-now">{words.heading()}</h2>
      {withFilters(pipeline.stages).map((stage) => (
        <ChosenMaps
          key={`${stage.id} ${image?.id} ${start?.network.seed}`}
          stage={stage}
          now={stageTrace(trace, stage.id)}
          start={stageTrace(start, stage.id)}
          moment={moment}
          leastZoom={stage.output[0] > SMALL_MAP ? 2 : 3}
        />
      ))}
    </section>
  );
});

function ChosenMaps(props: Omit<Parameters<typeof MapTiles>[0], 'channels'>) {
  const channels = useChosenMaps(props.stage, props.start ?? props.now);
  return <MapTiles {...props} channels={channels} />;
}
