'use client';

import { useMemo, useState } from 'react';
import { channelStats, planeOf } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { MapGrid } from '@/components/canvas/MapGrid';
import { planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { FigureHead } from '@/components/controls/FigureHead';
import { Savable } from '@/components/controls/Savable';
import { useStageTrace } from '@/components/state/hooks';
import { openValue } from '@/components/values/opening';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { cellAt, isMap, type MapShape, offset } from '@/lib/tensor/tensor';
import words from '@/words/backward';
import styles from './Backward.module.css';

interface Props {
  readonly stage: Stage;
  readonly shape: MapShape;
  readonly values: Float32Array | null;
}

const NOTHING = new Float32Array(0);

/** The index of the gradient that is largest in magnitude, the first of equals. */
function strongest(values: Float32Array, shape: MapShape): number {
  const stats = channelStats(values, shape);
  const reach = (n: number) => Math.max(-stats[n].least, stats[n].largest);
  return stats.reduce((best, { channel }) => (reach(channel) > reach(best) ? channel : best), 0);
}

const orWaiting = (value: number | undefined): string =>
  value === undefined ? words.valueLoading() : formatNumber(value);

/** The gradients with respect to all maps of a stage in one range, one of them large. */
export function GradientMaps({ stage, shape, values }: Props) {
  const [height, width, depth] = shape;
  const traced = useStageTrace(stage.id);
  const [picked, setPicked] = useState<number | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [pointed, setPointed] = useState<Place | null>(null);
  const first = useMemo(() => (values ? strongest(values, shape) : 0), [values, shape]);
  const channel = picked ?? first;
  const range = useMemo(() => rangeOf(values ?? NOTHING, 'diverging'), [values]);
  const plane = useMemo(() => values && planeOf(values, depth, channel), [values, depth, channel]);
  const image = useMemo(
    () => plane && planeImage(plane, height, width, range),
    [plane, height, width, range],
  );
  const peak = useMemo(() => {
    if (!plane) return null;
    const at = plane.reduce((best, one, n) => (Math.abs(one) > Math.abs(plane[best]) ? n : best), 0);
    const [row, column] = cellAt([height, width, 1], at);
    return { row, column: column ?? 0 };
  }, [plane, height, width]);
  const now = place ?? peak ?? { row: 0, column: 0 };
  const describeCell = ({ row, column }: Place) => {
    const value = plane?.[row * width + column];
    const own = traced?.values[offset(shape, [row, column, channel])];
    return words.cell({ row, column, channel, value: orWaiting(own), gradient: orWaiting(value) });
  };
  // A flattened vector is shown as its original maps.
  const open = ({ row, column }: Place) => {
    const at = [row, column, channel] as const;
    openValue({ stage: stage.id, cell: isMap(stage.output) ? at : [offset(shape, at)] });
  };
  return (
    <>
      <FigureHead>
        <p>{words.mapsText({ depth })}</p>
        <Legend range={range} of="gradient" />
      </FigureHead>
      <Savable label={words.toMaps({ stage: stage.id })}>
        <div className={styles.maps}>
          <MapGrid
            values={values}
            shape={shape}
            range={range}
            selected={channel}
            label={words.toMaps({ stage: stage.id })}
            zero={words.noGradient()}
            onSelect={setPicked}
          />
          <div className={styles.large}>
            <MapCanvas
              image={image}
              height={height}
              width={width}
              label={words.toMap({ channel, stage: stage.id })}
              place={now}
              words={describeCell}
              onPick={setPlace}
              onPoint={setPointed}
              onOpen={open}
            />
            <p className={`number ${styles.words}`}>{describeCell(pointed ?? now)}</p>
          </div>
        </div>
      </Savable>
    </>
  );
}
