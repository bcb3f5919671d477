'use client';

import { useRef, useState } from 'react';
import { Field } from '@/components/controls/Field';
import { Radios } from '@/components/controls/Radios';
import { useEngine, useSubject } from '@/components/state/hooks';
import { ChoiceField, NumberFields } from '@/components/training/train/settings/Fields';
import { basicFields, dataFields, type FieldWords } from '@/components/training/train/settings/number-fields';
import settings from '@/components/training/train/settings/Settings.module.css';
import { OPTIMIZER_HINT, OPTIMIZER_WORD } from '@/components/training/train/settings/setting-words';
import { costOf } from '@/lib/experiment/cost';
import { type Factor, FIRST_VARIANTS, factorsOf } from '@/lib/experiment/factors';
import { JUDGES, type Plan, REPEATS, runsOf } from '@/lib/experiment/plan';
import type { PlanText } from '@/lib/experiment/read-plan';
import { FIRST_PLAN, readPlan } from '@/lib/experiment/read-plan';
import { formatCount, formatDuration } from '@/lib/format/format';
import type { DataSet } from '@/lib/network/subject';
import { forwardPass } from '@/lib/run/progress';
import { OPTIMIZERS } from '@/lib/run/settings';
import words from '@/words/experiment';
import styles from './Experiment.module.css';
import { VariantFields } from './VariantFields';
import { FACTOR_HINT, FACTOR_WORD, JUDGE_HINT, JUDGE_WORD, variantWords } from './words';

interface Props {
  /** Whether it is the first experiment. */
  readonly first: boolean;
  onBegin(plan: Plan): void;
}

const named = (dataSet: DataSet, ...names: readonly string[]): readonly FieldWords[] =>
  [...basicFields(dataSet), ...dataFields(dataSet)].filter(({ name }) => names.includes(name));

/**
 * What varies, what is constant, how often: a plan, with its estimated duration, before anything is trained.
 */
export function PlanForm({ first, onBegin }: Props) {
  const subject = useSubject((view) => view.subject);
  const { dataSet } = subject;
  const [text, setText] = useState<PlanText>(FIRST_PLAN);
  const form = useRef<HTMLFormElement>(null);
  const { plan, problems } = readPlan(text, subject);
  const { factor } = text;
  const fields = {
    text: text.settings,
    problems: problems.settings,
    onChange: (changed: PlanText['settings']) => setText({ ...text, settings: changed }),
  };
  /** The varied setting is not a field of the constant ones. */
  const staying = (...names: readonly string[]) => named(dataSet, ...names.filter((name) => name !== factor));
  const setFactor = (next: Factor) =>
    setText({ ...text, factor: next, variants: FIRST_VARIANTS[next], guess: null });
  return (
    <form
      ref={form}
      aria-labelledby="experiment-plan"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (plan) onBegin(plan);
        else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      }}
    >
      <h3 id="experiment-plan">{first ? words.planIt() : words.planAnother()}</h3>
      <div className={styles.factor}>
        <ChoiceField
          label={words.differs()}
          value={factor}
          words={FACTOR_WORD}
          hints={FACTOR_HINT}
          options={factorsOf(subject)}
          onChoose={setFactor}
        />
        <ChoiceField
          label={words.decides()}
          value={text.judge}
          words={JUDGE_WORD}
          hints={JUDGE_HINT}
          options={JUDGES}
          onChoose={(judge) => setText({ ...text, judge })}
        />
      </div>
      <VariantFields
        {...{ text, problems }}
        onChange={(variants) => setText({ ...text, variants, guess: null })}
      />
      <div className={settings.grid}>
        <Field label={words.seeds()} hint={words.seedsHint()} problem={problems.repeats ?? undefined}>
          {(ties) => (
            <input
              {...ties}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              maxLength={String(REPEATS.most).length + 2}
              value={text.repeats}
              onChange={({ currentTarget }) => setText({ ...text, repeats: currentTarget.value })}
            />
          )}
        </Field>
        <NumberFields fields={staying('epochs', 'images')} {...fields} />
      </div>
      <details className={settings.more}>
        <summary>{words.stays()}</summary>
        <div className={settings.grid}>
          {factor !== 'optimizer' && (
            <ChoiceField
              label={words.optimizer()}
              value={text.settings.optimizer}
              words={OPTIMIZER_WORD}
              hints={OPTIMIZER_HINT}
              options={OPTIMIZERS}
              onChoose={(optimizer) => setText({ ...text, settings: { ...text.settings, optimizer } })}
            />
          )}
          <NumberFields fields={staying('learningRate', 'batchSize', 'seed')} {...fields} />
        </div>
      </details>
      <Guess text={text} onGuess={(guess) => setText({ ...text, guess })} />
      <Cost plan={plan} />
      <button type="submit" className="button" aria-disabled={!plan}>
        {words.start()}
      </button>
    </form>
  );
}

/** The estimated duration, from measurements on this machine. */
function Cost({ plan }: { readonly plan: Plan | null }) {
  const report = useEngine((view) => view.report);
  const { subject, pipeline } = useSubject((view) => view);
  const probe = report?.probes.find(({ backend }) => backend === report.backend);
  const forward = probe ? forwardPass(probe, pipeline) : null;
  if (!plan) return <p className={styles.cost}>{words.unusable()}</p>;
  const runs = words.runs({
    runs: formatCount(runsOf(plan).length),
    variants: plan.variants.length,
    repeats: plan.repeats,
  });
  return (
    <p className={styles.cost}>
      {forward === null
        ? words.costUnknown({ runs })
        : words.cost({
            runs,
            time: formatDuration(costOf(subject, plan, forward)),
            forward: formatDuration(forward),
          })}
    </p>
  );
}

interface GuessProps {
  readonly text: PlanText;
  onGuess(guess: number): void;
}

const NONE = -1;

/** The learner's prediction of the result, before anything is known. It can be left open. */
function Guess({ text, onGuess }: GuessProps) {
  const names = variantWords(text);
  const options = [...names.map((name, at) => [at, name] as const), [NONE, words.noneBetter()] as const];
  return (
    <Radios
      className={styles.guess}
      legend={<legend>{words.whichWins()}</legend>}
      name="guess"
      options={options.map(([value, name]) => ({ value, words: name || words.notGiven() }))}
      chosen={text.guess}
      onChoose={onGuess}
    />
  );
}
