'use client';

import { type FormEvent, useState } from 'react';
import { useDataSet, useImage } from '@/components/state/hooks';
import { ChartNotes, LiveCharts } from '@/components/training/train/LiveCharts';
import { ChoiceField, NumberFields } from '@/components/training/train/settings/Fields';
import { basicFields } from '@/components/training/train/settings/number-fields';
import settingStyles from '@/components/training/train/settings/Settings.module.css';
import { OPTIMIZER_HINT, OPTIMIZER_WORD } from '@/components/training/train/settings/setting-words';
import { architectureText, readArchitecture } from '@/lib/challenges/architecture-text';
import type { Verdict } from '@/lib/challenges/problem';
import { formatCount } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { ok, type Result } from '@/lib/result';
import { OPTIMIZERS, readSettings, type SettingsProblems, settingsText, trainedOn } from '@/lib/run/settings';
import words from '@/words/problem-small';
import { ArchitectureForm } from '../ArchitectureForm';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';

const SETTINGS = settingsText({ optimizer: 'adam', learningRate: 0.001, batchSize: 32, epochs: 10, seed: 1 });

/** How many parameters an architecture has, or why it has none. */
function countWords(architecture: Architecture | null, most: number): string {
  if (!architecture) return words.noNumber();
  const built = buildPipeline(architecture);
  if (!built.ok) return built.problem.sentence;
  const { parameters } = built.value;
  const count = { parameters: formatCount(parameters) };
  return parameters < most ? words.fewEnough(count) : words.tooMany({ ...count, most: formatCount(most) });
}

interface Props extends BodyProps {
  /** The form's initial architecture. */
  readonly beginning: Architecture;
  /** The number of parameters must be below this. */
  readonly most: number;
  fewEnough(settings: TrainingSettings): Result<void>;
  trainable(architecture: Architecture): Result<Pipeline>;
  check(epochs: readonly EpochRecord[]): Verdict;
}

/** Layers and settings of a run that is trained in the background and judged at its end. */
export function SmallProblem(props: Props) {
  const { trainer, judge, beginning, most } = props;
  const dataSet = useDataSet();
  const ready = useImage() !== null;
  const training = trainer.of('small');
  const [text, setText] = useState(() => architectureText(beginning));
  const [settings, setSettings] = useState(SETTINGS);
  const [problems, setProblems] = useState<SettingsProblems>({});
  const read = readArchitecture(beginning, text);
  const blocked = trainer.running !== null || !ready;
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (blocked) return;
    const run = readSettings(settings, trainedOn(dataSet));
    const few = run.settings && props.fewEnough(run.settings);
    setProblems(few && !few.ok ? { epochs: few.problem.sentence } : run.problems);
    if (!read.architecture || !run.settings || !few?.ok) return;
    const fits = props.trainable(read.architecture);
    if (!fits.ok) return judge(fits);
    trainer.start('small', { architecture: read.architecture, settings: run.settings }, ({ log }) =>
      judge(ok(props.check(log.epochs))),
    );
  };
  return (
    <form onSubmit={start} noValidate>
      <ArchitectureForm base={beginning} text={text} problems={read.problems} onChange={setText} />
      <p role="status" className="status">
        {countWords(read.architecture, most)}
      </p>
      <div className={settingStyles.grid}>
        <ChoiceField
          label={words.optimizer()}
          value={settings.optimizer}
          words={OPTIMIZER_WORD}
          hints={OPTIMIZER_HINT}
          options={OPTIMIZERS}
          onChoose={(optimizer) => setSettings({ ...settings, optimizer })}
        />
        <NumberFields
          fields={basicFields(dataSet)}
          text={settings}
          problems={problems}
          onChange={setSettings}
        />
      </div>
      <p className={`button-row ${styles.tools}`}>
        <button type="submit" className="button" aria-disabled={blocked}>
          {training?.phase === 'running' ? words.trained() : words.train()}
        </button>
      </p>
      {training && (
        <>
          <p role="status" className="status">
            {training.sentence ?? ''}
          </p>
          <LiveCharts view={{ ...training, parent: null }} epochs={training.wanted.settings.epochs} />
          <ChartNotes view={{ ...training, parent: null }} epochs={training.wanted.settings.epochs} />
        </>
      )}
    </form>
  );
}
