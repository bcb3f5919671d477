'use client';

import { useMemo, useState } from 'react';
import { type ChartLine, LineChart } from '@/components/charts/LineChart';
import { FigureHead } from '@/components/controls/FigureHead';
import { ScrollBox } from '@/components/site/ScrollBox';
import { useDataSet } from '@/components/state/hooks';
import { lossTop, TICKS } from '@/components/training/train/lines';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { EpochRecord } from '@/lib/network/run';
import { inFull } from '@/lib/network/settings';
import { differingSettings } from '@/lib/run/compare';
import words from '@/words/compare-runs';
import curves from '@/words/curves';
import epochs from '../Epochs.module.css';
import { type Measured, MeasuredOn } from '../MeasuredOn';
import styles from './Files.module.css';
import { SETTING_NAME, settingWord } from './setting-names';
import type { MeasuredRun } from './use-runs';

const MEASURES = {
  training: { loss: 'loss', accuracy: 'accuracy' },
  heldOut: { loss: 'heldOutLoss', accuracy: 'heldOutAccuracy' },
  test: { loss: 'testLoss', accuracy: 'testAccuracy' },
} as const satisfies Readonly<Record<Measured, unknown>>;

const LOOKS: readonly ChartLine['look'][] = ['heavy', 'dashed', 'dotted', 'broken'];
const PARTS: readonly Measured[] = ['heldOut', 'training'];
const ALL_PARTS: readonly Measured[] = ['heldOut', 'test', 'training'];
const SHORT = { own: words.yours(), shipped: words.shipped() } as const;

/** The label at a line's end. */
const labelOf = ({ name }: MeasuredRun, at: number): string =>
  name === 'own' || name === 'shipped' ? SHORT[name] : words.file({ number: at });

const lastOf = ({ epochs }: MeasuredRun): EpochRecord => epochs[epochs.length - 1];

/** All runs together: their curves, the settings that differ, and their final figures. */
export function CompareRuns({ runs }: { readonly runs: readonly MeasuredRun[] }) {
  const { classes } = useDataSet();
  const [wanted, setImages] = useState<Measured>('heldOut');
  const [cursor, setCursor] = useState<number | null>(null);
  const parts = runs.some(followsTest) ? ALL_PARTS : PARTS;
  // The run with test figures may have been closed.
  const images = wanted === 'test' && !runs.some(followsTest) ? 'heldOut' : wanted;
  const measures = MEASURES[images];
  const labels = runs.map((run, at) => labelOf(run, at - runs.findIndex(isFile) + 1));
  const lines = useMemo(() => {
    const of = (measure: 'loss' | 'accuracy'): ChartLine[] =>
      runs.map((run, at) => ({
        id: run.name,
        label: labelOf(run, at - runs.findIndex(isFile) + 1),
        look: LOOKS[at],
        points: run.epochs.map((record) => ({
          x: record.epoch,
          y: record[MEASURES[images][measure]] ?? Number.NaN,
        })),
      }));
    return { loss: of('loss'), accuracy: of('accuracy') };
  }, [runs, images]);
  const last = Math.max(...runs.map((run) => lastOf(run).epoch));
  const at = Math.min(cursor ?? last, last);
  const readout = (measure: 'loss' | 'accuracy') =>
    curves.atEpoch({
      epoch: at,
      figures: runs
        .flatMap(({ epochs }, n) => {
          const record = epochs.find(({ epoch }) => epoch === at);
          const value = record?.[measures[measure]];
          return value === undefined ? [] : [words.at({ run: labels[n], value: FORMAT[measure](value) })];
        })
        .join(', '),
    });
  const top = { loss: lossTop(lines.loss, Math.log(classes.length)), accuracy: 1 };
  return (
    <section className={styles.compare} aria-labelledby="runs-compared">
      <FigureHead>
        <h2 id="runs-compared">{words.title()}</h2>
        <MeasuredOn name="compared-on" parts={parts} chosen={images} onChoose={setImages} />
      </FigureHead>
      <div className={epochs.charts}>
        {(['loss', 'accuracy'] as const).map((measure) => (
          <LineChart
            key={measure}
            title={curves[measure]()}
            lines={lines[measure]}
            x={{ label: curves.epochAxis(), domain: [0, last] }}
            y={{ domain: [0, top[measure]], ticks: TICKS[measure] }}
            cursor={at}
            reach={[0, last]}
            onCursor={setCursor}
            readout={readout(measure)}
          />
        ))}
      </div>
      <Differences runs={runs} labels={labels} />
    </section>
  );
}

const followsTest = (run: MeasuredRun): boolean => lastOf(run).testLoss !== undefined;
const isFile = ({ name }: MeasuredRun): boolean => name !== 'own' && name !== 'shipped';
const FORMAT = { loss: (value: number) => formatNumber(value, 2), accuracy: formatPercent } as const;

function Differences({ runs, labels }: { runs: readonly MeasuredRun[]; labels: readonly string[] }) {
  const dataSet = useDataSet();
  const differing = differingSettings(runs.map(({ settings }) => settings));
  const testFigure = (
    word: string,
    of: (record: EpochRecord) => number | undefined,
    write: (value: number) => string,
  ) => {
    const figure = (record: EpochRecord) => {
      const value = of(record);
      return value === undefined ? words.notMeasured() : write(value);
    };
    return runs.some(followsTest) ? [[word, figure] as const] : [];
  };
  const figures = [
    [words.lastEpoch(), (record: EpochRecord) => String(record.epoch)],
    [words.loss(), (record: EpochRecord) => FORMAT.loss(record.loss)],
    [words.heldOutLoss(), (record: EpochRecord) => FORMAT.loss(record.heldOutLoss)],
    ...testFigure(words.testLoss(), ({ testLoss }) => testLoss, FORMAT.loss),
    [words.accuracy(), (record: EpochRecord) => FORMAT.accuracy(record.accuracy)],
    [words.heldOutAccuracy(), (record: EpochRecord) => FORMAT.accuracy(record.heldOutAccuracy)],
    ...testFigure(words.testAccuracy(), ({ testAccuracy }) => testAccuracy, FORMAT.accuracy),
  ] as const;
  return (
    <ScrollBox label={words.inFigures()}>
      <table className={`table-words ${styles.table}`}>
        <caption className="visually-hidden">{words.caption()}</caption>
        <thead>
          <tr>
            <td />
            {runs.map(({ name, title }, at) => (
              <th key={name} scope="col">
                {isFile(runs[at]) ? words.fileTitle({ label: labels[at], title }) : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differing.map((setting) => (
            <tr key={setting}>
              <th scope="row">{SETTING_NAME[setting]}</th>
              {runs.map(({ name, settings }) => (
                <td key={name}>{settingWord(inFull(settings), setting, dataSet)}</td>
              ))}
            </tr>
          ))}
          {figures.map(([word, figure]) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              {runs.map((run) => (
                <td key={run.name} className="number">
                  {figure(lastOf(run))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {differing.length === 0 && <p className={styles.words}>{words.allSame()}</p>}
    </ScrollBox>
  );
}
