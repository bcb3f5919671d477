'use client';

import { useMemo, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { overlayImage, planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { Choice } from '@/components/figures/parts/Choice';
import { useLearner, useNetwork, useTrace } from '@/components/state/hooks';
import { rangeOf } from '@/lib/colour/colour-maps';
import { formatCount, formatNumber } from '@/lib/format/format';
import { type Account, type Bill, bill, openPixels } from '@/lib/provenance/bill';
import type { Step } from '@/lib/provenance/way';
import { asMap } from '@/lib/tensor/tensor';
import { BillTable } from './BillTable';
import styles from './PixelBill.module.css';

/** What each pixel brings to a value, exactly, and what the biases bring: together they are the value. */
export function PixelBill({ step }: { readonly step: Step }) {
  const pipeline = useNetwork((view) => view.pipeline);
  const trace = useTrace();
  const made = useMemo(
    () => trace && bill(pipeline, trace, trace.weights, step.stage, step.cell),
    [pipeline, trace, step],
  );
  if (!trace || !made) return <p role="status">The network is on its way.</p>;
  if (!made.ok) return <p role="alert">{made.problem.sentence}</p>;
  const { accounts } = made.value;
  return (
    <>
      <BillWords bill={made.value} step={step} />
      <BillPicture account={accounts[0]} picture={trace.stages[0].values} />
      <BillTable bill={made.value} />
    </>
  );
}

function BillWords({
  bill: { value, accounts, biases },
  step,
}: {
  readonly bill: Bill;
  readonly step: Step;
}) {
  const { stages, architecture } = useNetwork((view) => view.pipeline);
  const [{ values, biases: brought }] = accounts;
  const last = step.stage === stages[stages.length - 1].id;
  const what = last
    ? `the logit of ${architecture.classes[step.cell[0]]}`
    : 'the value before its activation';
  return (
    <p>
      With the ReLUs and the winners of this picture held fast, the network is one long sum. The pixels bring{' '}
      <span className="number">{formatNumber(values)}</span>
      {biases.length > 0 && (
        <>
          , the biases <span className="number">{formatNumber(brought)}</span>
        </>
      )}
      : together <b className="number">{formatNumber(value)}</b>, {what}.
    </p>
  );
}

/** The picture's pixels, coloured by what they bring; each leads to its strongest colour's value. */
function BillPicture({ account, picture }: { readonly account: Account; readonly picture: Float32Array }) {
  const [alone, setAlone] = useState(false);
  const [height, width, colours] = asMap(account.stage.output);
  const [place, setPlace] = useState<Place | null>(null);
  const [pointed, setPointed] = useState<Place | null>(null);
  const inspect = useLearner((state) => state.inspect);
  const brought = useMemo(() => {
    const sums = new Float32Array(height * width);
    account.contributions.forEach((one, at) => {
      sums[Math.floor(at / colours)] += one;
    });
    return sums;
  }, [account, height, width, colours]);
  const open = useMemo(() => openPixels(account).reduce((sum, one) => sum + one, 0), [account]);
  const range = useMemo(() => rangeOf(brought, 'diverging'), [brought]);
  const image = useMemo(
    () =>
      alone
        ? planeImage(brought, height, width, range)
        : overlayImage(brought, picture, height, width, range),
    [alone, brought, picture, height, width, range],
  );
  const strongest = useMemo(
    () => brought.reduce((best, one, at) => (Math.abs(one) > Math.abs(brought[best]) ? at : best), 0),
    [brought],
  );
  const now = place ?? { row: Math.floor(strongest / width), column: strongest % width };
  const at = ({ row, column }: Place) => row * width + column;
  const words = (one: Place) =>
    `row ${one.row}, column ${one.column} brings ${formatNumber(brought[at(one)])}`;
  const follow = ({ row, column }: Place) => {
    const first = at({ row, column }) * colours;
    const shares = Array.from(account.contributions.subarray(first, first + colours), Math.abs);
    inspect([{ stage: account.stage.id, cell: [row, column, shares.indexOf(Math.max(...shares))] }]);
  };
  return (
    <figure className={styles.picture}>
      <MapCanvas
        image={image}
        height={height}
        width={width}
        label="What each pixel brings"
        place={now}
        words={words}
        onPick={setPlace}
        onPoint={setPointed}
        onOpen={follow}
      />
      <figcaption>
        <Choice<string>
          label="Where the shares are drawn"
          options={[
            { value: 'over', words: 'over the picture' },
            { value: 'alone', words: 'alone' },
          ]}
          chosen={alone ? 'alone' : 'over'}
          onChoose={(where) => setAlone(where === 'alone')}
        />
        <Legend range={range} of="pixel’s share" />
        <span className={`number ${styles.words}`}>{words(pointed ?? now)}</span>
        <span>
          {formatCount(open)} of {formatCount(height * width)} pixels move it. The others are out of its
          sight, or lost their way at a closed ReLU or a pooling.
        </span>
      </figcaption>
    </figure>
  );
}
