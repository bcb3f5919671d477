import { useId, useMemo, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { MapGrid } from '@/components/canvas/MapGrid';
import { Savable } from '@/components/controls/Savable';
import { StageThumbnail } from '@/components/figures/StageThumbnail';
import { bold, Rich } from '@/components/site/Rich';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { StageTrace, Trace } from '@/lib/network/trace';
import { isMap, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/try-it';
import styles from './TryIt.module.css';

interface Props {
  readonly pipeline: Pipeline;
  /** Null while it is computed. */
  readonly trace: Trace | null;
}

/** Every stage of the chosen image in the network of the code; for the selected one all maps. */
export function TryTrace({ pipeline, trace }: Props) {
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const of = ({ id }: Stage) => trace?.stages.find(({ stage }) => stage === id) ?? null;
  const maps = pipeline.stages.filter(({ output }) => isMap(output));
  const open = maps.find(({ id }) => id === chosen) ?? maps.find(({ weights }) => weights) ?? maps.at(-1);
  return (
    <>
      <fieldset className={styles.stages}>
        <legend className="visually-hidden">{words.afterEach()}</legend>
        {pipeline.stages.map((stage) =>
          isMap(stage.output) ? (
            <label key={stage.id}>
              <StageThumbnail stage={stage} trace={of(stage)} size={72} />
              <span>
                <input
                  type="radio"
                  name={name}
                  checked={stage.id === open?.id}
                  onChange={() => setChosen(stage.id)}
                />{' '}
                {stage.id}
              </span>
              <span className="number">{formatShape(stage.output)}</span>
            </label>
          ) : (
            <div key={stage.id}>
              <StageThumbnail stage={stage} trace={of(stage)} size={72} />
              <span>{stage.id}</span>
              <span className="number">{formatShape(stage.output)}</span>
            </div>
          ),
        )}
      </fieldset>
      {open && isMap(open.output) && <Maps stage={open} shape={open.output} trace={of(open)} />}
    </>
  );
}

interface MapsProps {
  readonly stage: Stage;
  readonly shape: MapShape;
  readonly trace: StageTrace | null;
}

function Maps({ stage, shape, trace }: MapsProps) {
  const [channel, setChannel] = useState(0);
  // For a moment the newest trace may belong to different layers with the same names.
  const values = trace && trace.shape.join() === shape.join() ? trace.values : null;
  const range = useMemo(() => rangeOf(values ?? new Float32Array(1)), [values]);
  return (
    <div className={styles.maps}>
      <p className="status">
        <Rich
          text={words.allMaps({ stage: stage.id, operation: rulesOf(stage.layer).operation(stage.layer) })}
          tags={{ b: bold }}
        />
      </p>
      <Savable label={words.maps({ stage: stage.id })}>
        <MapGrid
          values={values}
          shape={shape}
          range={range}
          selected={Math.min(channel, shape[2] - 1)}
          label={words.maps({ stage: stage.id })}
          onSelect={setChannel}
        />
        <Legend range={range} of="value" />
      </Savable>
    </div>
  );
}
