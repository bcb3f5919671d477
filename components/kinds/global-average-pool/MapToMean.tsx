import { useMemo } from 'react';
import { channelStats } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import type { FigureProps } from '@/components/figures/figure-props';
import { SourcePlane } from '@/components/figures/parts/SourcePlane';
import { sourceOf } from '@/components/figures/source';
import { OpenValue } from '@/components/values/OpenValue';
import { rangeOf } from '@/lib/format/colour-maps';
import { cellColours } from '@/lib/format/dark-colours';
import { formatCount, formatNumber } from '@/lib/format/format';
import dead from '@/words/dead';
import plain from '@/words/figure-plain';
import words from '@/words/global-average-pool';
import styles from './MapToMean.module.css';

type Props = Pick<FigureProps, 'stage' | 'pipeline' | 'input' | 'trace' | 'onCell' | 'onOpen'> & {
  /** The index of the averaged map. */
  readonly channel: number;
};

const NOTHING = new Float32Array(0);

/** An input map, and the mean of all its values in the same colours. */
export function MapToMean({ stage, pipeline, input, trace, onCell, onOpen, channel }: Props) {
  // In the colours of its values, even if it belongs to an image.
  const source = useMemo(() => ({ ...sourceOf(stage, pipeline), high: null }), [stage, pipeline]);
  const [height, width, depth] = source.shape;
  const range = useMemo(() => rangeOf(input?.values ?? NOTHING), [input]);
  const mean = trace?.values[channel];
  const silent = input && channelStats(input.values, source.shape)[channel].zeros === 1;
  return (
    <div className={styles.pair}>
      <div className={styles.map}>
        <p>
          {plain.comesIn({ channel, height, width })}
          {silent && <strong>: {dead.never()}</strong>}
        </p>
        <SourcePlane
          {...{ source, input, channel }}
          box={{ row: 0, column: 0, height, width }}
          onPick={() => onCell([channel])}
          onOpen={({ row, column }) => onOpen({ stage: source.stage, cell: [row, column, channel] })}
          onChannelStep={(by) => onCell([(channel + by + depth) % depth])}
        />
        <Legend range={range} of="value" />
      </div>
      <span className={styles.arrow} aria-hidden="true" />
      <p className={styles.mean}>
        <span
          className={styles.swatch}
          aria-hidden="true"
          style={mean === undefined ? undefined : { background: cellColours(range, mean).background }}
        />
        <OpenValue onOpen={() => onOpen({ stage: stage.id, cell: [channel] })}>
          <span className="number">{mean === undefined ? '…' : formatNumber(mean)}</span>
        </OpenValue>
        <span>{words.meanOf({ count: formatCount(height * width) })}</span>
      </p>
    </div>
  );
}
