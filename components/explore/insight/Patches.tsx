'use client';

import { useMemo } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { number, Rich } from '@/components/site/Rich';
import { useNetwork, useStageTrace, useTrace } from '@/components/state/hooks';
import { OpenValue } from '@/components/values/OpenValue';
import { openValue } from '@/components/values/opening';
import { type ColourRange, rangeOf } from '@/lib/colour/colour-maps';
import { formatNumber, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { asMap, channelOf } from '@/lib/tensor/tensor';
import words from '@/words/insight';
import styles from './Insight.module.css';
import { type Patch, patchesOf } from './patches';

const COUNT = 6;

/** For the maps of a stage that answer most: the map, and the part of the picture that it answers to most. */
export function Patches({ stage }: { readonly stage: Stage }) {
  const pipeline = useNetwork((view) => view.pipeline);
  const trace = useStageTrace(stage.id);
  const picture = useTrace()?.stages[0] ?? null;
  const patches = useMemo(() => (trace ? patchesOf(pipeline, trace, COUNT) : []), [pipeline, trace]);
  const range = useMemo(() => (trace ? rangeOf(trace.values) : null), [trace]);
  const side = stage.receptiveField?.size ?? 1;
  return (
    <figure className={styles.patches}>
      <figcaption>
        <h3>{stage.title}</h3>
        <p>
          <Rich text={words.oneValue({ size: formatShape([side, side]) })} tags={{ n: number }} />
        </p>
      </figcaption>
      <ol className={styles.pairs} aria-label={words.maps({ stage: stage.id })}>
        {trace && picture && range
          ? patches.map((patch) => (
              <li key={patch.channel}>
                <Pair patch={patch} trace={trace} picture={picture} range={range} />
              </li>
            ))
          : Array.from({ length: COUNT }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: empty frames have nothing else to tell them apart
              <li key={at} className={styles.waiting} />
            ))}
      </ol>
    </figure>
  );
}

interface PairProps {
  readonly patch: Patch;
  readonly trace: StageTrace;
  readonly picture: StageTrace;
  readonly range: ColourRange;
}

function Pair({ patch, trace, picture, range }: PairProps) {
  const [height, width] = asMap(trace.shape);
  const map = useMemo(
    () => planeImage(channelOf(trace, patch.channel), height, width, range),
    [trace, patch.channel, height, width, range],
  );
  const cut = useMemo(() => cutOut(picture, patch), [picture, patch]);
  const { field } = patch;
  return (
    <>
      <PixelCanvas
        image={map}
        height={height}
        width={width}
        className={styles.map}
        label={words.map({ map: patch.channel, value: formatNumber(patch.value, 2) })}
      />
      <PixelCanvas
        image={cut}
        height={field.height}
        width={field.width}
        className={styles.patch}
        style={{ width: `calc(${field.width} * var(--pixel))` }}
        label={words.patch(field)}
      />
      <span className="number">
        <OpenValue row onOpen={() => openValue({ stage: trace.stage, cell: patch.cell })}>
          {patch.channel}
          <span className="visually-hidden">{words.explain()}</span>
        </OpenValue>
      </span>
    </>
  );
}

function cutOut(picture: StageTrace, { field }: Patch): ImageData {
  const [, width, channels] = asMap(picture.shape);
  const values = new Float32Array(field.height * field.width * channels);
  for (let row = 0; row < field.height; row++) {
    const from = ((field.row + row) * width + field.column) * channels;
    values.set(picture.values.subarray(from, from + field.width * channels), row * field.width * channels);
  }
  return rgbImage(values, field.height, field.width, 255);
}
