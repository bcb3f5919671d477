'use client';

import { useMemo, useState } from 'react';
import { Radios } from '@/components/controls/Radios';
import { useSurvey } from '@/components/explore/see/use-survey';
import { useClassWord, useDataSet, usePipeline, useSubject, useTrainingView } from '@/components/state/hooks';
import { ImagesBehind } from '@/components/training/epochs/ImagesBehind';
import type { MeasuredSet } from '@/lib/engine/examine-protocol';
import { formatCount, formatPercent } from '@/lib/format/format';
import { calibrationOf } from '@/lib/metrics/calibration';
import { answersOf, type Scored, topK } from '@/lib/metrics/classification';
import { reportedSet } from '@/lib/network/reported';
import words from '@/words/metrics';
import { AccuracyInterval } from './AccuracyInterval';
import type { Behind } from './behind';
import { CalibrationBars } from './CalibrationBars';
import { ClassRates } from './ClassRates';
import { KnownFigures } from './KnownFigures';
import styles from './Metrics.module.css';
import { Suspicions } from './Suspicions';
import { ThresholdBench } from './ThresholdBench';

/** The parts of a set that can be measured here. */
const PARTS = ['heldOut', 'test', 'training'] as const;
type PartName = (typeof PARTS)[number];

/**
 * The metrics of the selected network, measured on images that it did not learn from, with the images behind every
 * number. There are two parts of these: one that is chosen by, and one that isn't. The learner's own test images are measured
 * when they are asked for; of the course's, which every epoch reports anyway, they come first.
 */
export function MetricsBench() {
  const dataSet = useDataSet();
  const { training, heldOut, test } = dataSet.counts;
  const followed = reportedSet(dataSet) === 'test';
  const [part, setPart] = useState<PartName>(followed ? 'test' : 'heldOut');
  if (!test) return <Bench part="heldOut" ask={words.measure()} />;
  const many = { heldOut: formatCount(heldOut), test: formatCount(test), training: formatCount(training) };
  return (
    <>
      <Radios<PartName>
        className={styles.parts}
        legend={<legend>{words.part()}</legend>}
        name="metrics-part"
        options={PARTS.map((value) => ({ value, words: words.partOf({ part: value, count: many[value] }) }))}
        chosen={part}
        onChoose={setPart}
      />
      <p>{words.partMeaning({ part: followed ? `${part}Followed` : part })}</p>
      <Bench key={part} part={part} ask={words.measurePart({ part })} />
    </>
  );
}

function Bench({ part, ask: button }: { readonly part: PartName; readonly ask: string }) {
  const classWord = useClassWord();
  const { stages, architecture } = usePipeline();
  const { found, busy, sentence, ask } = useSurvey(part, stages[stages.length - 1].id);
  const scored = useMemo(
    (): Scored | null =>
      found && {
        probabilities: found.survey.values,
        labels: found.images.labels,
        classes: found.survey.channels,
      },
    [found],
  );
  const classes = architecture.classes.map(classWord);
  const asking = (
    <>
      <p className={styles.ask}>
        <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && ask()}>
          {button}
        </button>
      </p>
      <p role="status">{busy ? words.busy() : (sentence ?? '')}</p>
    </>
  );
  return (
    <div className={styles.bench}>
      {scored ? (
        <Measured part={part} scored={scored} classes={classes} />
      ) : part === 'training' ? (
        asking
      ) : (
        <KnownFigures part={part} classes={classes}>
          {asking}
        </KnownFigures>
      )}
    </div>
  );
}

/** For a network that goes on from one whose data set was mended: that one's result on the same test images. */
function Before({ now }: { readonly now: number }) {
  const before = useSubject(({ subject }) => subject.before);
  if (!before) return null;
  const { accuracy, count } = before;
  return (
    <p role="status">
      {words.before({
        before: formatPercent(accuracy),
        now: formatPercent(now),
        images: formatCount(Math.abs(Math.round((now - accuracy) * count))),
        change: now > accuracy ? 'more' : now < accuracy ? 'fewer' : 'same',
        count: formatCount(count),
      })}
    </p>
  );
}

interface MeasuredProps {
  readonly part: MeasuredSet;
  readonly scored: Scored;
  readonly classes: readonly string[];
}

function Measured({ part, scored, classes }: MeasuredProps) {
  const settings = useTrainingView((view) => view.settings);
  const [target, setTarget] = useState(0);
  const [behind, setBehind] = useState<(Behind & { readonly of: string }) | null>(null);
  const answers = useMemo(() => answersOf(scored), [scored]);
  // The whole training set is measured, whatever part of it a run used.
  const all = { which: part, answers, settings: { ...settings, images: null, leftOut: null } };
  const opener = (of: string) => (next: Behind) => setBehind({ ...next, of });
  const shown = (of: string) =>
    behind?.of === of && <ImagesBehind {...all} indices={behind.indices} title={behind.title} />;
  return (
    <>
      <h3>{words.rightOrWrong()}</h3>
      <dl className={styles.figures}>
        {/* Among as many as there are classes the right one always is. */}
        {[1, 2, 3, 5]
          .filter((k) => k === 1 || k < scored.classes)
          .map((k) => (
            <div key={k}>
              <dt>{k === 1 ? words.accuracy() : words.top({ k })}</dt>
              <dd className="number">{formatPercent(topK(scored, k))}</dd>
            </div>
          ))}
      </dl>
      {part !== 'training' && <AccuracyInterval {...{ part, answers }} labels={scored.labels} />}
      {part === 'test' && <Before now={topK(scored, 1)} />}
      <p>{words.asks()}</p>
      <Suspicions {...{ part, scored, classes }} onOpen={opener('suspicions')} />
      {shown('suspicions')}
      <h3>{words.byClass()}</h3>
      <ClassRates
        labels={scored.labels}
        {...{ answers, classes, target }}
        onChoose={setTarget}
        onOpen={opener('classes')}
      />
      {shown('classes')}
      <h3>{words.threshold()}</h3>
      <ThresholdBench
        key={target}
        {...{ scored, classes, target }}
        onChoose={setTarget}
        onOpen={opener('threshold')}
      />
      {shown('threshold')}
      <h3>{words.calibrationTitle()}</h3>
      <CalibrationChart scored={scored} onOpen={opener('calibration')} />
      {shown('calibration')}
    </>
  );
}

interface Props {
  readonly scored: Scored;
  onOpen(behind: Behind): void;
}

/** The calibration of the answers to a set of images, which can be opened bin by bin. */
function CalibrationChart({ scored, onOpen }: Props) {
  const { bins, error } = useMemo(() => calibrationOf(scored), [scored]);
  const counted = bins.map((bin) => ({ ...bin, images: bin.images.length }));
  return (
    <CalibrationBars
      bins={counted}
      error={error}
      onOpen={(at, title) => onOpen({ title, indices: bins[at].images })}
    />
  );
}
