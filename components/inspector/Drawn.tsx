'use client';

import { useMemo } from 'react';
import { SaveImage } from '@/components/controls/SaveImage';
import type { Hands } from '@/components/kinds/drawing-props';
import { DRAWINGS } from '@/components/kinds/drawings';
import { rangeOf } from '@/lib/format/colour-maps';
import type { Term } from '@/lib/kinds/types';
import { type Pipeline, stageOf } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { cellRead, mapsRead, mapsStage } from '@/lib/provenance/reads';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/inspector';
import names from '@/words/inspector-names';
import styles from './Drawn.module.css';
import { channelNamer, readsColours } from './names';
import { Sight } from './Sight';
import { SourceThumb } from './SourceThumb';

interface Props extends Hands {
  readonly explanation: TracedExplanation;
  readonly pipeline: Pipeline;
  readonly trace: Trace;
  /** The channel that is read and displayed. */
  readonly channel: number;
  readonly pointed: Term | null;
}

const NOTHING = new Float32Array(0);

/**
 * The inputs of a value, drawn: in the image, on the map that it reads, and enlarged, the patch and the
 * kernel.
 */
export function Drawn(props: Props) {
  const { explanation, pipeline, trace, channel, pointed, onChannel, onPoint, onFollow, onPlace } = props;
  const { terms, reads, cell } = explanation;
  const stage = stageOf(pipeline, explanation.stage);
  const { layer } = stage;
  const maps = mapsRead(stage, pipeline);
  const values = trace.stages.find((one) => one.stage === reads)?.values ?? null;
  const range = useMemo(() => rangeOf(values ?? NOTHING), [values]);
  const nameOf = channelNamer(stage, pipeline);
  const step = pointed && reads && !pointed.padded ? { stage: reads, cell: pointed.source } : null;
  const of = mapsStage(stage, pipeline)?.id;
  const { Beside, Below } = DRAWINGS[layer.kind];
  const drawing = { explanation, layer, maps, range, channel, pointed, nameOf };
  const hands = { onChannel, onPoint, onFollow, onPlace };
  return (
    <figure aria-label={words.drawn({ stage: stage.id })}>
      <div className={styles.drawings}>
        <Sight step={{ stage: stage.id, cell }} pointed={step} />
        {reads && maps && values && (
          <SourceThumb
            {...{ values, maps, range, channel }}
            name={names.channelOf({ channel: nameOf(channel), stage: of ?? '' })}
            coloured={readsColours(stage, pipeline)}
            window={windowOf(terms, maps)}
            pointed={placeOf(pointed, maps)}
          />
        )}
        {Beside && maps && (
          <div className={styles.thumb}>
            <Beside {...drawing} {...hands} />
          </div>
        )}
      </div>
      {Below && (
        <div className={styles.below}>
          <Below {...drawing} {...hands} />
        </div>
      )}
      <SaveImage />
    </figure>
  );
}

function placeOf(term: Term | null, maps: MapShape): readonly [number, number] | null {
  if (!term || term.padded) return null;
  const [row, column] = cellRead(term.source, maps);
  return [row, column];
}

/** The rectangle of cells that terms read; their padding lies outside the map. */
function windowOf(terms: readonly Term[], maps: MapShape): readonly [number, number, number, number] {
  let [top, left, bottom, right] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { source } of terms) {
    const [row, column] = cellRead(source, maps);
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return [top, left, bottom - top + 1, right - left + 1];
}
