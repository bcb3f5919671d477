'use client';

import { type FormEvent, useState } from 'react';
import { useNetwork } from '@/components/state/hooks';
import { LiveCharts } from '@/components/training/train/LiveCharts';
import { ChoiceField, NumberFields } from '@/components/training/train/settings/Fields';
import { BASIC } from '@/components/training/train/settings/number-fields';
import settingStyles from '@/components/training/train/settings/Settings.module.css';
import { OPTIMIZER_HINT, OPTIMIZER_WORD } from '@/components/training/train/settings/setting-words';
import { architectureText, readArchitecture } from '@/lib/challenges/architecture-text';
import { BEGINNING, checkSmall, fewEnough, MOST_PARAMETERS, trainable } from '@/lib/course/challenges/small';
import { TRAINING_COUNT } from '@/lib/course/picture-sets';
import { formatCount } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/pipeline';
import { ok } from '@/lib/result';
import { OPTIMIZERS, readSettings, type SettingsProblems, settingsText } from '@/lib/run/settings';
import words from '@/words/problem-small';
import { ArchitectureForm } from '../ArchitectureForm';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';

const SETTINGS = settingsText({ optimizer: 'adam', learningRate: 0.001, batchSize: 32, epochs: 10, seed: 1 });

/** How many parameters an architecture has, or why it has none. */
function countWords(architecture: Architecture | null): string {
  if (!architecture) return words.noNumber();
  const built = buildPipeline(architecture);
  if (!built.ok) return built.problem.sentence;
  const { parameters } = built.value;
  const told = { parameters: formatCount(parameters) };
  return parameters < MOST_PARAMETERS
    ? words.fewEnough(told)
    : words.tooMany({ ...told, most: formatCount(MOST_PARAMETERS) });
}

/** Layers and settings of a run that is trained in the background and judged at its end. */
export function SmallProblem({ trainer, judge }: BodyProps) {
  const ready = useNetwork(({ picture }) => picture !== null);
  const training = trainer.of('small');
  const [text, setText] = useState(() => architectureText(BEGINNING));
  const [settings, setSettings] = useState(SETTINGS);
  const [problems, setProblems] = useState<SettingsProblems>({});
  const read = readArchitecture(BEGINNING, text);
  const blocked = trainer.running !== null || !ready;
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (blocked) return;
    const run = readSettings(settings, TRAINING_COUNT);
    const few = run.settings && fewEnough(run.settings);
    setProblems(few && !few.ok ? { epochs: few.problem.sentence } : run.problems);
    if (!read.architecture || !run.settings || !few?.ok) return;
    const fits = trainable(read.architecture);
    if (!fits.ok) return judge(fits);
    trainer.start('small', { architecture: read.architecture, settings: run.settings }, ({ log }) =>
      judge(ok(checkSmall(log.epochs))),
    );
  };
  return (
    <form onSubmit={start} noValidate>
      <ArchitectureForm base={BEGINNING} text={text} problems={read.problems} onChange={setText} />
      <p role="status" className={styles.running}>
        {countWords(read.architecture)}
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
        <NumberFields fields={BASIC} text={settings} problems={problems} onChange={setSettings} />
      </div>
      <p className={styles.tools}>
        <button type="submit" className="button" aria-disabled={blocked}>
          {training?.phase === 'running' ? words.trained() : words.train()}
        </button>
      </p>
      {training && (
        <>
          <p role="status" className={styles.running}>
            {training.sentence ?? ''}
          </p>
          <LiveCharts view={{ ...training, parent: null }} epochs={training.wanted.settings.epochs} />
        </>
      )}
    </form>
  );
}
