import { type ComponentType, useCallback, useMemo, useState } from 'react';
import { planeOf } from '@/components/canvas/channel-stats';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { MapGrid } from '@/components/canvas/MapGrid';
import { planeImage } from '@/components/canvas/paint';
import { PLANE_SIDE } from '@/components/canvas/plane';
import type { Place } from '@/components/canvas/walk';
import { FigureHead } from '@/components/controls/FigureHead';
import { explanationOf, sentenceOf } from '@/components/figures/explained';
import type { FigureProps } from '@/components/figures/figure-props';
import { followedCell } from '@/components/figures/followed';
import { SourcePlane } from '@/components/figures/parts/SourcePlane';
import { useAsked } from '@/components/figures/predict';
import { sourceOf } from '@/components/figures/source';
import { valueText } from '@/components/figures/value-text';
import { outputUnder, windowBox } from '@/components/figures/window-box';
import type { WorkedProps } from '@/components/kinds/worked-props';
import { Rich, type Tag } from '@/components/site/Rich';
import { Pending } from '@/components/state/Pending';
import { rangeOf } from '@/lib/format/colour-maps';
import { asMap, asPlace, offset } from '@/lib/tensor/tensor';
import figure from '@/words/figure';
import words from '@/words/figure-plain';
import placeWords from '@/words/place';
import styles from './Plain.module.css';
import { useExplained } from './use-explained';

const NOTHING = new Float32Array(0);
const veiled: Tag = (shape) => <span data-veil="shape">{shape}</span>;

/** All maps of a stage; for the chosen one its input, its output, and the arithmetic of one value. */
export function MapsBeforeAfter(props: FigureProps & { readonly Worked: ComponentType<WorkedProps> }) {
  const { layer, stage, pipeline, input, trace, whole, onChannel, onCell, onOpen, Worked } = props;
  const shape = asMap(stage.output);
  const [height, width, depth] = shape;
  const source = useMemo(() => ({ ...sourceOf(stage, pipeline), high: null }), [stage, pipeline]);
  const [pointed, setPointed] = useState<Place | null>(null);
  const [row, column, channel] = useMemo(() => {
    const cell = asPlace(followedCell(stage, trace, props.channel, props.cell));
    return pointed ? ([pointed.row, pointed.column, cell[2]] as const) : cell;
  }, [stage, trace, props.channel, props.cell, pointed]);
  const pick = (at: Place) => {
    setPointed(null);
    onCell([at.row, at.column, channel]);
  };
  const step = useCallback(
    (by: 1 | -1) => onCell([row, column, (channel + by + depth) % depth]),
    [onCell, row, column, channel, depth],
  );
  const range = useMemo(() => rangeOf(trace?.values ?? NOTHING), [trace]);
  const before = useMemo(() => rangeOf(input?.values ?? NOTHING), [input]);
  const image = useMemo(
    () => (trace ? planeImage(planeOf(trace.values, depth, channel), height, width, range) : null),
    [trace, depth, channel, height, width, range],
  );
  const explained = useExplained({ pipeline, stage, whole }, [row, column, channel]);
  const explanation = explanationOf(explained);
  const asked = useAsked();
  // One value has the same size on both sides.
  const zoom = PLANE_SIDE / Math.max(width, source.shape[1]);
  const under = (at: Place) => outputUnder(layer, source.shape, shape, at);
  const inWords = (at: Place) => {
    const value = valueText(
      trace?.values ?? null,
      offset(shape, [at.row, at.column, channel]),
      asked === 'value',
    );
    return `${placeWords.cell({ row: at.row, column: at.column, channel })}: ${value}`;
  };
  return (
    <>
      <FigureHead>
        <p>
          <Rich text={words.all({ count: depth, stage: stage.id, height, width })} tags={{ s: veiled }} />
        </p>
        <Legend range={range} of="value" />
      </FigureHead>
      <MapGrid
        values={trace?.values ?? null}
        shape={shape}
        range={range}
        selected={channel}
        label={words.maps({ stage: stage.id })}
        onSelect={onChannel}
        onOpen={(at) => onOpen({ stage: stage.id, cell: at })}
      />
      <div className={styles.worked}>
        {explanation ? (
          <Worked {...{ stage, pipeline, explanation }} />
        ) : (
          <p>{sentenceOf(explained) ?? <Pending>{figure.waiting()}</Pending>}</p>
        )}
      </div>
      <div className={`figure-planes ${styles.planes}`}>
        <div className="figure-plane">
          <p>{words.comesIn({ channel, height: source.shape[0], width: source.shape[1] })}</p>
          <SourcePlane
            {...{ source, input, channel }}
            side={zoom * source.shape[1]}
            box={windowBox(layer, source.shape, { row, column })}
            onPoint={(at) => setPointed(at && under(at))}
            onPick={(at) => pick(under(at))}
            onOpen={(at) => onOpen({ stage: source.stage, cell: [at.row, at.column, channel] })}
          />
          {before.kind !== range.kind && <Legend range={before} of="value" />}
        </div>
        <div className="figure-plane">
          <p>
            <Rich text={words.goesOut({ height, width })} tags={{ s: veiled }} />
          </p>
          <MapCanvas
            image={image}
            height={height}
            width={width}
            side={zoom * width}
            label={words.mapLabel({
              channel,
              stage: stage.id,
              height,
              width,
              hidden: asked === 'shape' ? 'yes' : 'no',
            })}
            place={{ row, column }}
            words={inWords}
            onPick={pick}
            onOpen={(at) => onOpen({ stage: stage.id, cell: [at.row, at.column, channel] })}
            onPoint={setPointed}
            onChannelStep={step}
          />
        </div>
      </div>
    </>
  );
}
