'use client';

import { useMemo, useState } from 'react';
import { ClassField } from '@/components/controls/ClassField';
import { number, Rich } from '@/components/site/Rich';
import { useChosenImage, useClassWord, usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { formatNumber, formatPercent } from '@/lib/format/format';
import type { Trace } from '@/lib/network/trace';
import type { Bill } from '@/lib/provenance/bill';
import { differenceBill, logitsOf, type Rivals } from '@/lib/provenance/difference';
import words from '@/words/versus';
import { CoverPatch } from './CoverPatch';
import { DifferenceTable } from './DifferenceTable';
import styles from './Versus.module.css';

/** The classes in the order of their probability. */
const ranked = (probabilities: ArrayLike<number>): readonly number[] =>
  Array.from(probabilities, (_, unit) => unit).sort((a, b) => probabilities[b] - probabilities[a]);

/**
 * The two classes to begin with: the predicted one, and the actual one or, where that is predicted or not known, the
 * second.
 */
function firstRivals(trace: Trace | null, actual: number): Rivals {
  const [unit = 0, second = 1] = trace?.complete ? ranked(trace.stages[trace.stages.length - 1].values) : [];
  return { unit, other: actual >= 0 && actual !== unit ? actual : second };
}

/** Why one class and not another: the exact contributions to the difference of their logits. */
export function Versus() {
  const { stages, architecture } = usePipeline();
  const trace = useTrace();
  const label = useChosenImage()?.label;
  const [chosen, setChosen] = useState<Partial<Rivals>>({});
  const actual = label === undefined ? -1 : architecture.classes.indexOf(label);
  const rivals = { ...firstRivals(trace, actual), ...chosen };
  const probabilities = trace?.complete ? trace.stages[stages.length - 1].values : null;
  const note = probabilities ? (unit: number) => formatPercent(probabilities[unit]) : undefined;
  const { classes } = architecture;
  return (
    <section aria-labelledby="versus" className={styles.versus}>
      <h2 id="versus">{words.title()}</h2>
      <p>{words.intro()}</p>
      <div className={styles.fields}>
        <ClassField
          label={words.unit()}
          classes={classes}
          chosen={rivals.unit}
          note={note}
          onChoose={(unit) => setChosen({ ...rivals, unit })}
        />
        <ClassField
          label={words.other()}
          classes={classes}
          chosen={rivals.other}
          note={note}
          onChoose={(other) => setChosen({ ...rivals, other })}
        />
        <button
          type="button"
          className="button-quiet"
          onClick={() => setChosen({ unit: rivals.other, other: rivals.unit })}
        >
          {words.swap()}
        </button>
      </div>
      {trace?.complete && trace.source === 'live' ? (
        <Split trace={trace} unit={rivals.unit} other={rivals.other} actual={actual} />
      ) : (
        <p role="status">
          <Pending>{words.loading()}</Pending>
        </p>
      )}
    </section>
  );
}

interface SplitProps extends Rivals {
  readonly trace: Trace;
  /** The unit of the image's own class; -1 where it is not known. */
  readonly actual: number;
}

function Split({ trace, unit, other, actual }: SplitProps) {
  const pipeline = usePipeline();
  const found = useMemo(
    () => differenceBill(pipeline, trace, trace.weights, { unit, other }),
    [pipeline, trace, unit, other],
  );
  if (unit === other) return <p role="status">{words.same()}</p>;
  if (!found.ok) return <p role="alert">{found.problem.sentence}</p>;
  return (
    <>
      <Sum bill={found.value} trace={trace} unit={unit} other={other} />
      <CoverPatch bill={found.value} trace={trace} unit={unit} other={other} wrong={actual === other} />
      <DifferenceTable bill={found.value} unit={unit} other={other} />
    </>
  );
}

interface SumProps extends Rivals {
  readonly bill: Bill;
  readonly trace: Trace;
}

function Sum({ bill: { value, accounts }, trace, unit, other }: SumProps) {
  const classWord = useClassWord();
  const { classes } = usePipeline().architecture;
  const logits = logitsOf(trace);
  return (
    <p>
      <Rich
        text={words.sum({
          name: classWord(classes[unit]),
          other: classWord(classes[other]),
          logit: formatNumber(logits[unit]),
          otherLogit: formatNumber(logits[other]),
          value: formatNumber(value),
          pixels: formatNumber(accounts[0].values),
          biases: formatNumber(accounts[0].biases),
        })}
        tags={{ n: number, all: (text) => <b className="number">{text}</b> }}
      />
    </p>
  );
}
