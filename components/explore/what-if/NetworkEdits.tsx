'use client';

import { useMemo, useState } from 'react';
import { useClassWord, usePipeline, useTrace } from '@/components/state/hooks';
import { WeightPicker } from '@/components/weights/WeightPicker';
import { firstWeight, weightWords } from '@/components/weights/weight-words';
import { formatNumber } from '@/lib/format/format';
import { hasRelu } from '@/lib/kinds/parts/relu';
import { stageOf } from '@/lib/network/pipeline';
import { edit } from '@/lib/store/explore/what-if';
import type { WeightChoice } from '@/lib/store/learner/learner';
import { isMap } from '@/lib/tensor/tensor';
import { PRESETS } from '@/lib/what-if/network-edits';
import words from '@/words/network-edits';
import { PRESET_WORD } from './edit-words';
import styles from './WhatIf.module.css';

/** The possible changes to the network: one weight, a whole filter, a channel, a ReLU. */
export function NetworkEdits() {
  const classWord = useClassWord();
  const pipeline = usePipeline();
  const weights = useTrace()?.weights ?? {};
  const [choice, setChoice] = useState<WeightChoice>(() => firstWeight(pipeline));
  const stage = stageOf(pipeline, choice.stage);
  const channel = choice.index[choice.index.length - 1];
  const value = useMemo(() => {
    const parameter = weights[choice.stage]?.[choice.part];
    return parameter?.values[choice.index.reduce((flat, n, axis) => flat * parameter.shape[axis] + n, 0)];
  }, [weights, choice]);
  const last = stage.number === pipeline.stages.length;
  const relu = hasRelu(stage.layer);
  return (
    <div className={styles.network}>
      <WeightPicker choice={choice} onChoose={setChoice} />
      <WeightField
        key={`${choice.stage} ${choice.part} ${choice.index}`}
        name={weightWords(choice, pipeline, classWord)}
        value={value}
        onSet={(next) => edit({ kind: 'weight', stage: choice.stage, place: choice, value: next })}
      />
      {isMap(stage.output) && (
        <p className={`button-row ${styles.tools}`}>
          <span>{words.becomes({ channel })}</span>
          {PRESETS.map((preset) => (
            <button
              key={preset}
              type="button"
              className="button-quiet"
              onClick={() => edit({ kind: 'filter', stage: stage.id, filter: channel, preset })}
            >
              {PRESET_WORD[preset]}
            </button>
          ))}
        </p>
      )}
      {!last && (
        <p className={`button-row ${styles.tools}`}>
          <button
            type="button"
            className="button-quiet"
            onClick={() => edit({ kind: 'off', stage: stage.id, channel })}
          >
            {words.off({ kind: isMap(stage.output) ? 'filter' : 'unit', channel })}
          </button>
          <button
            type="button"
            className="button-quiet"
            aria-disabled={!relu}
            onClick={() => relu && edit({ kind: 'linear', stage: stage.id })}
          >
            {words.linear({ stage: stage.id })}
          </button>
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  /** Undefined until the weights are loaded. */
  readonly value: number | undefined;
  onSet(value: number): void;
}

/** No trained weight exceeds this, and beyond it sums lose their digits. */
const LARGEST = 1000;

/** A field for a weight's value; invalid input is reported and changes nothing. */
function WeightField({ name, value, onSet }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const number = draft === null ? value : Number(draft.replaceAll('−', '-').replace(',', '.'));
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
        {name}{' '}
        <input
          inputMode="decimal"
          value={draft ?? (value === undefined ? '' : formatNumber(value))}
          aria-invalid={wrong}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className="button-quiet">
        {words.set()}
      </button>
      <p role="status">{wrong && words.number({ largest: LARGEST })}</p>
    </form>
  );
}
