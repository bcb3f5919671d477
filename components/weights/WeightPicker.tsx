'use client';

import { useMemo } from 'react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { NumberField } from '@/components/controls/NumberField';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { rangeOf } from '@/lib/format/colour-maps';
import { cellColours } from '@/lib/format/dark-colours';
import { formatNumber } from '@/lib/format/format';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { ParameterName } from '@/lib/kinds/types';
import { type Stage, stageOf } from '@/lib/network/pipeline';
import type { WeightChoice } from '@/lib/store/learner/learner';
import { isMap } from '@/lib/tensor/tensor';
import place from '@/words/place';
import words from '@/words/weight-picker';
import styles from './WeightPicker.module.css';

interface Props {
  readonly choice: WeightChoice;
  onChoose(choice: WeightChoice): void;
}

/** The parameters of a stage that training changes. */
const partsOf = ({ weights }: Stage): readonly ParameterName[] =>
  entriesOf(weights ?? {}).flatMap(([name, { trained }]) => (trained ? [name] : []));

/** Selects any weight or bias of the network. */
export function WeightPicker({ choice, onChoose }: Props) {
  const pipeline = usePipeline();
  const stage = stageOf(pipeline, choice.stage);
  const shape = stage.weights?.[choice.part]?.shape ?? [];
  const maps = isMap(stage.output);
  const at = (axis: number, value: number) =>
    onChoose({ ...choice, index: choice.index.map((own, n) => (n === axis ? value : own)) });
  const choose = (id: string, part: WeightChoice['part']) => {
    const parts = partsOf(stageOf(pipeline, id));
    const own = parts.includes(part) ? part : (parts[0] ?? part);
    const weights = stageOf(pipeline, id).weights?.[own]?.shape ?? [];
    // The same filter or unit, where it exists.
    const last = Math.min(choice.index.at(-1) ?? 0, (weights.at(-1) ?? 1) - 1);
    onChoose({
      stage: id,
      part: own,
      index: weights.map((_, axis) => (axis === weights.length - 1 ? last : 0)),
    });
  };
  const axes = shape.length;
  return (
    <div className={styles.picker}>
      <ChoiceField
        label={words.layer()}
        options={pipeline.stages.flatMap(({ id, weights }) => (weights ? [{ value: id, words: id }] : []))}
        chosen={choice.stage}
        onChoose={(id) => choose(id, choice.part)}
      />
      <ChoiceField
        label={words.part()}
        options={partsOf(stage).map((part) => ({ value: part, words: words.parameter({ name: part }) }))}
        chosen={choice.part}
        onChoose={(part) => choose(choice.stage, part)}
      />
      <NumberField
        key={`${choice.stage} ${choice.part} last`}
        label={maps ? words.filter() : words.unit()}
        value={choice.index[axes - 1]}
        last={shape[axes - 1] - 1}
        onPick={(value) => at(axes - 1, value)}
      />
      {choice.part === 'kernel' && (
        <NumberField
          key={`${choice.stage} channel`}
          label={maps ? words.inputChannel() : words.input()}
          value={choice.index[axes - 2]}
          last={shape[axes - 2] - 1}
          onPick={(value) => at(axes - 2, value)}
        />
      )}
      {choice.part === 'kernel' && maps && (
        <KernelGrid
          choice={choice}
          onPick={(row, column) => onChoose({ ...choice, index: [row, column, ...choice.index.slice(2)] })}
        />
      )}
    </div>
  );
}

/** One slice of a kernel with its current weights; one of them is selected. */
function KernelGrid({ choice, onPick }: { choice: WeightChoice; onPick(row: number, column: number): void }) {
  const kernel = useTrace()?.weights[choice.stage]?.kernel ?? null;
  const [, , channel, filter] = choice.index;
  const [height, width] = kernel?.shape ?? [3, 3];
  const slice = useMemo(() => {
    if (!kernel) return null;
    const [, , channels, filters] = kernel.shape;
    return Float32Array.from(
      { length: height * width },
      (_, at) => kernel.values[(at * channels + channel) * filters + filter],
    );
  }, [kernel, height, width, channel, filter]);
  const range = useMemo(() => rangeOf(slice ?? new Float32Array(1), 'diverging'), [slice]);
  return (
    <fieldset className={styles.kernel} style={{ gridTemplateColumns: `repeat(${width}, 1fr)` }}>
      <legend className="visually-hidden">{words.inKernel()}</legend>
      {Array.from({ length: height * width }, (_, at) => {
        const [row, column] = [Math.floor(at / width), at % width];
        const weight = slice?.[at];
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell of the kernel is its place in it
            key={at}
            type="button"
            className="number"
            aria-pressed={row === choice.index[0] && column === choice.index[1]}
            aria-label={`${place.inPlane({ row, column })}: ${weight === undefined ? words.loading() : formatNumber(weight)}`}
            style={weight === undefined ? undefined : cellColours(range, weight)}
            onClick={() => onPick(row, column)}
          >
            {weight === undefined ? '…' : formatNumber(weight, 2)}
          </button>
        );
      })}
    </fieldset>
  );
}
