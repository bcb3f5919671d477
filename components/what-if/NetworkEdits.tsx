'use client';

import { useMemo, useState } from 'react';
import { useNetwork, useTrace } from '@/components/state/hooks';
import { WeightPicker } from '@/components/weights/WeightPicker';
import { firstWeight, weightWords } from '@/components/weights/weight-words';
import { formatNumber } from '@/lib/format/format';
import { stageOf } from '@/lib/pipeline/pipeline';
import type { WeightChoice } from '@/lib/state/learner';
import { edit } from '@/lib/state/what-if';
import { isMap } from '@/lib/tensor/tensor';
import { PRESETS } from '@/lib/what-if/network-edits';
import styles from './WhatIf.module.css';

/** One weight, a whole filter, a channel, a ReLU: what can be changed about the network. */
export function NetworkEdits() {
  const pipeline = useNetwork((view) => view.pipeline);
  const weights = useTrace()?.weights ?? {};
  const [choice, setChoice] = useState<WeightChoice>(() => firstWeight(pipeline));
  const stage = stageOf(pipeline, choice.stage);
  const channel = choice.index[choice.index.length - 1];
  const value = useMemo(() => {
    const held = weights[choice.stage]?.[choice.part];
    return held?.values[choice.index.reduce((flat, n, axis) => flat * held.shape[axis] + n, 0)];
  }, [weights, choice]);
  const last = stage.number === pipeline.stages.length;
  const relu = 'activation' in stage.layer && stage.layer.activation === 'relu';
  return (
    <div className={styles.network}>
      <WeightPicker choice={choice} onChoose={setChoice} />
      <WeightField
        key={`${choice.stage} ${choice.part} ${choice.index}`}
        words={weightWords(choice, pipeline)}
        value={value}
        onSet={(next) => edit({ kind: 'weight', stage: choice.stage, place: choice, value: next })}
      />
      {isMap(stage.output) && (
        <p className={styles.tools}>
          <span>Filter {channel} becomes</span>
          {PRESETS.map((preset) => (
            <button
              key={preset}
              type="button"
              className="button-quiet"
              onClick={() => edit({ kind: 'filter', stage: stage.id, filter: channel, preset })}
            >
              {preset}
            </button>
          ))}
        </p>
      )}
      {!last && (
        <p className={styles.tools}>
          <button
            type="button"
            className="button-quiet"
            onClick={() => edit({ kind: 'off', stage: stage.id, channel })}
          >
            Switch {isMap(stage.output) ? 'filter' : 'unit'} {channel} off
          </button>
          <button
            type="button"
            className="button-quiet"
            aria-disabled={!relu}
            onClick={() => relu && edit({ kind: 'linear', stage: stage.id })}
          >
            Take the ReLU of {stage.id} away
          </button>
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  readonly words: string;
  /** Undefined until the weights are there. */
  readonly value: number | undefined;
  onSet(value: number): void;
}

/** Beyond this no trained weight is, and sums lose their digits. */
const LARGEST = 1000;

/** A weight's value, to be typed; what is no number is told and changes nothing. */
function WeightField({ words, value, onSet }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const number = draft === null ? value : Number(draft.replace('−', '-').replace(',', '.'));
  const wrong = draft !== null && (draft.trim() === '' || !(Math.abs(number ?? Number.NaN) <= LARGEST));
  return (
    <form
      className={styles.weight}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && draft !== null && number !== undefined) onSet(number);
        if (!wrong) setDraft(null);
      }}
    >
      <label>
        {words}{' '}
        <input
          inputMode="decimal"
          value={draft ?? (value === undefined ? '' : formatNumber(value))}
          aria-invalid={wrong}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className="button-quiet">
        Set
      </button>
      <p role="status">{wrong && `A number from −${LARGEST} to ${LARGEST}, please.`}</p>
    </form>
  );
}
