'use client';

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Part } from '@/components/parts/Part';
import { NeedsImages } from '@/components/site/NeedsImages';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { TrainingSettings } from '@/lib/network/settings';
import {
  readSettings,
  type SettingsProblems,
  type SettingsText,
  settingsText,
  trainedOn,
} from '@/lib/run/settings';
import { trainingOrders } from '@/lib/store/session/training-orders';
import { trainingTabs } from '@/lib/store/session/training-tabs';
import { type SubjectView, subjectStore } from '@/lib/store/subject/subject';
import { trainingStore } from '@/lib/store/training/training';
import { isUnderWay, type TrainingView } from '@/lib/store/training/training-view';
import parts from '@/words/parts';
import words from '@/words/train';
import progress from '@/words/train-progress';
import { Controls, type Orders } from './Controls';
import { EngineLine } from './EngineLine';
import { Fork } from './Fork';
import { Learned } from './Learned';
import { ChartNotes, LiveCharts } from './LiveCharts';
import { AnswerNow } from './network/AnswerNow';
import type { ComparedState } from './network/compare';
import { FiltersNow } from './network/FiltersNow';
import { MapsNow } from './network/MapsNow';
import { ProgressLine } from './ProgressLine';
import { PHASE_WORD } from './phases';
import { StateLine } from './StateLine';
import { SettingsForm } from './settings/SettingsForm';
import { settingsLine } from './settings/setting-words';
import styles from './Train.module.css';
import { usePaced } from './use-paced';

const trainingOf = (view: TrainingView) => view;
const stateOf = (view: SubjectView) => view.network;

/** A seed that differs from the given one, from 0 to 999. */
function anotherSeed(seed: number): number {
  const next = Math.floor(Math.random() * 999);
  return next >= seed ? next + 1 : next;
}

const NO_PROBLEMS: SettingsProblems = {};

interface BenchProps {
  /** What there is where the network's images are not. */
  readonly instead: ReactNode;
}

/** Settings, controls, curves and the network during training, where there are images to train on. */
export function TrainingBench({ instead }: BenchProps) {
  return (
    <NeedsImages instead={instead}>
      <Bench />
    </NeedsImages>
  );
}

/** A run's steps render it ten times a second; the form and the network are memoized, and follow what they show by themselves. */
function Bench() {
  const classWord = useClassWord();
  const view = usePaced(trainingStore, trainingOf);
  const state = usePaced(subjectStore, stateOf);
  // Of a run that another tab trains there is only a copy here, which nothing may change.
  const elsewhere = useStore(trainingTabs, ({ others }) => others) && view.elsewhere;
  const dataSet = useDataSet();
  // Until the learner types, the fields show the settings of the last run, which may come with a stored
  // network.
  const [typed, setText] = useState<SettingsText | null>(null);
  const ofRun = useMemo(() => settingsText(view.settings), [view.settings]);
  const text = typed ?? ofRun;
  const [compared, setCompared] = useState<ComparedState>('now');
  const form = useRef<HTMLFormElement>(null);
  const { settings, problems } = useMemo(() => readSettings(text, trainedOn(dataSet)), [text, dataSet]);
  const locked = isUnderWay(view.phase);
  const shown =
    locked || view.epochs.length > 0 || view.batches.length > 0 ? view.settings : (settings ?? view.settings);
  // What is promised before a run is about the settings as they are typed.
  const promised = { ...view, settings: shown };

  /** Continues with valid settings; otherwise focuses the first invalid field. */
  const withSettings = useCallback(
    (go: (settings: TrainingSettings) => void) => {
      if (settings) go(settings);
      else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    },
    [settings],
  );
  const start = useCallback(() => withSettings((chosen) => trainingOrders.train(chosen)), [withSettings]);
  const orders: Orders = {
    prepare: () => trainingOrders.prepareToTrain(),
    start,
    pause: () => trainingOrders.pause(),
    resume: () => trainingOrders.resume(),
    step: () => withSettings((chosen) => trainingOrders.stepOnce(locked ? view.settings : chosen)),
    epoch: () => withSettings((chosen) => trainingOrders.epochOnce(locked ? view.settings : chosen)),
    stop: () => trainingOrders.stop(),
    reset: () => {
      setText({ ...text, seed: String(view.settings.seed) });
      trainingOrders.reset();
    },
    resetToNewSeed: () => {
      const seed = anotherSeed(view.settings.seed);
      setText({ ...text, seed: String(seed) });
      trainingOrders.reset(seed);
    },
  };

  return (
    <>
      <div className={styles.live}>
        <section aria-label={words.run()} className={styles.run}>
          <div className={styles.now}>
            <Controls phase={view.phase} elsewhere={elsewhere} orders={orders} />
            <ProgressLine view={promised} elsewhere={elsewhere} />
            {view.problem && (
              <p className={`notice ${styles.problem}`} data-problem="true" role="alert">
                {view.problem.sentence}
              </p>
            )}
            {!settings && !locked && (
              <p className={`notice ${styles.problem}`} data-problem="true">
                {words.badSetting()}
              </p>
            )}
            <Learned view={view} />
            <Announcer view={view} elsewhere={elsewhere} />
          </div>
          <div className={styles.about}>
            <StateLine
              phase={view.phase}
              network={state}
              undoable={view.undoable}
              onShipped={() => trainingOrders.showShipped()}
              onUndo={() => trainingOrders.undoReset()}
            />
            <p className={styles.settingsLine}>{settingsLine(shown, dataSet.classes.map(classWord))}</p>
            <EngineLine view={promised} />
          </div>
        </section>
        <Part name={parts.trainedNetwork()}>
          <AnswerNow moment={compared} />
        </Part>
        <section aria-label={words.curves()} className={styles.curves}>
          <Part name={parts.charts()}>
            <LiveCharts view={view} epochs={shown.epochs} />
          </Part>
        </section>
        <Part name={parts.trainedNetwork()}>
          <FiltersNow moment={compared} onMoment={setCompared} />
        </Part>
      </div>
      <div className={styles.more}>
        <div className={styles.settings}>
          <SettingsForm
            form={form}
            text={locked ? ofRun : text}
            problems={locked ? NO_PROBLEMS : problems}
            locked={locked}
            onChange={setText}
            onSubmit={start}
          />
          <Fork settings={settings} locked={locked} />
        </div>
        <div className={styles.shown}>
          <ChartNotes view={view} epochs={shown.epochs} />
          <Part name={parts.trainedNetwork()}>
            <MapsNow moment={compared} />
          </Part>
        </div>
      </div>
    </>
  );
}

/** Announcements for screen readers: each phase and each epoch, never each batch. */
function Announcer({ view, elsewhere }: { view: TrainingView; elsewhere: boolean }) {
  const last = view.epochs.findLast(({ epoch }) => epoch > 0);
  const measured = last
    ? ` ${words.measured({
        epoch: last.epoch,
        epochs: view.settings.epochs,
        loss: formatNumber(last.loss, 2),
        accuracy: formatPercent(last.accuracy),
        heldOutLoss: formatNumber(last.heldOutLoss, 2),
        heldOutAccuracy: formatPercent(last.heldOutAccuracy),
      })}`
    : '';
  return (
    <p className="visually-hidden" role="status">
      {elsewhere ? progress.elsewhere() : `${PHASE_WORD[view.phase]}.${measured}`}
    </p>
  );
}
