'use client';

import { useMemo, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { overlayImage } from '@/components/canvas/overlay';
import { planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { SaveImage } from '@/components/controls/SaveImage';
import { number, Rich } from '@/components/site/Rich';
import { useClassWord, useLearner, usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatNumber } from '@/lib/format/format';
import { type Account, type Bill, bill, openPixels } from '@/lib/provenance/bill';
import type { Step } from '@/lib/provenance/path';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/pixel-bill';
import { BillTable } from './BillTable';
import styles from './PixelBill.module.css';

/** The exact contribution of each pixel and of the biases to a value: together they are the value. */
export function PixelBill({ step }: { readonly step: Step }) {
  const pipeline = usePipeline();
  const trace = useTrace();
  const billResult = useMemo(
    () => trace && bill(pipeline, trace, trace.weights, step.stage, step.cell),
    [pipeline, trace, step],
  );
  if (!trace || !billResult)
    return (
      <p role="status">
        <Pending>{words.loading()}</Pending>
      </p>
    );
  if (!billResult.ok) return <p role="alert">{billResult.problem.sentence}</p>;
  const { accounts } = billResult.value;
  return (
    <>
      <BillWords bill={billResult.value} step={step} />
      <BillImage account={accounts[0]} image={trace.stages[0].values} />
      <BillTable bill={billResult.value} />
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
  const classWord = useClassWord();
  const { stages, architecture } = usePipeline();
  const [{ values, biases: brought }] = accounts;
  const last = step.stage === stages[stages.length - 1].id;
  return (
    <p>
      <Rich
        text={words.sum({
          pixels: formatNumber(values),
          some: biases.length > 0 ? 'yes' : 'no',
          biases: formatNumber(brought),
          value: formatNumber(value),
          what: last ? 'logit' : 'value',
          name: last ? classWord(architecture.classes[step.cell[0]]) : '',
        })}
        tags={{ n: number, all: (sum) => <b className="number">{sum}</b> }}
      />
    </p>
  );
}

/** The image's pixels, coloured by contribution; each links to the value of its strongest colour. */
function BillImage({ account, image }: { readonly account: Account; readonly image: Float32Array }) {
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
  const drawn = useMemo(
    () =>
      alone ? planeImage(brought, height, width, range) : overlayImage(brought, image, height, width, range),
    [alone, brought, image, height, width, range],
  );
  const strongest = useMemo(
    () => brought.reduce((best, one, at) => (Math.abs(one) > Math.abs(brought[best]) ? at : best), 0),
    [brought],
  );
  const now = place ?? { row: Math.floor(strongest / width), column: strongest % width };
  const at = ({ row, column }: Place) => row * width + column;
  const describePixel = (one: Place) => words.pixel({ ...one, share: formatNumber(brought[at(one)]) });
  const follow = ({ row, column }: Place) => {
    const first = at({ row, column }) * colours;
    const shares = Array.from(account.contributions.subarray(first, first + colours), Math.abs);
    inspect([{ stage: account.stage.id, cell: [row, column, shares.indexOf(Math.max(...shares))] }]);
  };
  return (
    <figure className={styles.image} aria-label={words.figure()}>
      <div data-signed={alone ? undefined : 'over'}>
        <MapCanvas
          image={drawn}
          height={height}
          width={width}
          label={words.figure()}
          place={now}
          words={describePixel}
          onPick={setPlace}
          onPoint={setPointed}
          onOpen={follow}
        />
      </div>
      <figcaption>
        <ChoiceField<string>
          label={words.drawnWhere()}
          options={[
            { value: 'over', words: words.over() },
            { value: 'alone', words: words.alone() },
          ]}
          chosen={alone ? 'alone' : 'over'}
          onChoose={(where) => setAlone(where === 'alone')}
        />
        <Legend range={range} of={words.share()} signed={alone} />
        <span className={`number ${styles.words}`}>{describePixel(pointed ?? now)}</span>
        <span>{words.open({ open: formatCount(open), all: formatCount(height * width) })}</span>
        <SaveImage />
      </figcaption>
    </figure>
  );
}
