'use client';

import { useMemo } from 'react';
import { ContributionMap } from '@/components/figures/parts/ContributionMap';
import { rangeOf } from '@/lib/colour/colour-maps';
import type { Trace } from '@/lib/engine/protocol';
import type { Term } from '@/lib/layers/types';
import { type Pipeline, stageOf } from '@/lib/pipeline/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { cellRead, mapsRead } from '@/lib/provenance/reads';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/inspector';
import names from '@/words/inspector-names';
import styles from './Drawn.module.css';
import { NumberGrid } from './NumberGrid';
import { channelNamer, readsColours } from './names';
import { Patch } from './Patch';
import { Sight } from './Sight';
import { SourceThumb } from './SourceThumb';

interface Props {
  readonly explanation: TracedExplanation;
  readonly pipeline: Pipeline;
  readonly trace: Trace;
  /** The channel that is read and looked at. */
  readonly channel: number;
  readonly pointed: Term | null;
  onChannel(channel: number): void;
  onPoint(term: Term | null): void;
  onFollow(term: Term): void;
  /** A place on the maps that a dense layer reads is asked for. */
  onPlace(position: number): void;
}

const NOTHING = new Float32Array(0);

/** What a value was made of, drawn: in the picture, on the map that it reads, and closely, the patch and the kernel. */
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
  const of = maps && layer.kind === 'dense' ? pipeline.stages[stage.number - 3].id : reads;
  return (
    <>
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
        {layer.kind === 'dense' && maps && (
          <div className={styles.thumb}>
            <ContributionMap
              {...{ explanation, maps }}
              unit={cell[0]}
              term={pointed}
              onOpen={({ row, column }) => onPlace(row * maps[1] + column)}
              small
            />
          </div>
        )}
      </div>
      {layer.kind === 'conv2d' && maps && (
        <Patch
          {...{ terms, maps, range, channel, pointed, nameOf, onChannel, onPoint, onFollow }}
          side={layer.kernel}
        />
      )}
      {layer.kind === 'maxPool' && (
        <div className={styles.drawn}>
          <NumberGrid
            title={words.underWindow()}
            values={terms.map(({ value }) => value)}
            columns={new Set(terms.map(({ source }) => source[1])).size}
            range={range}
            pointed={pointed ? terms.indexOf(pointed) : -1}
            winner={explanation.winner}
            onPoint={(at) => onPoint(at === null ? null : terms[at])}
            onOpen={(at) => onFollow(terms[at])}
          />
        </div>
      )}
    </>
  );
}

function placeOf(term: Term | null, maps: MapShape): readonly [number, number] | null {
  if (!term || term.padded) return null;
  const [row, column] = cellRead(term.source, maps);
  return [row, column];
}

/** The rectangle of cells that terms read; what they read of padding lies outside the map. */
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
