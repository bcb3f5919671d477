'use client';

import { useMemo, useState } from 'react';
import { ClassField } from '@/components/controls/ClassField';
import { SaveImage } from '@/components/controls/SaveImage';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { formatPercent } from '@/lib/format/format';
import { bill, gradientsTo } from '@/lib/provenance/bill';
import words from '@/words/see';
import { AskedMethod } from './AskedMethod';
import { ImagePanel, MethodPanel } from './MethodPanel';
import { ASKED, computed } from './methods';
import styles from './See.module.css';

/** Methods that show which pixels mattered, side by side on one image. */
export function Methods() {
  const pipeline = usePipeline();
  const trace = useTrace();
  const { classes } = pipeline.architecture;
  const [chosen, setChosen] = useState<number | null>(null);
  const last = pipeline.stages[pipeline.stages.length - 1];
  const answers = trace?.complete ? trace.stages[trace.stages.length - 1].values : null;
  const unit = chosen ?? (answers ? answers.indexOf(Math.max(...answers)) : 0);
  const whole = trace?.complete && trace.source === 'live' ? trace : null;
  const billResult = useMemo(
    () => whole && bill(pipeline, whole, whole.weights, last.id, [unit]),
    [pipeline, whole, last, unit],
  );
  const panels = useMemo(() => {
    const exact = billResult?.ok ? billResult.value : null;
    // A second backward pass only where the first came to nothing.
    const passed = whole && !exact ? gradientsTo(pipeline, whole, whole.weights, last.id, [unit]) : null;
    const gradients =
      exact?.accounts.map(({ stage, gradient }) => ({ stage, output: gradient })) ??
      (passed?.ok ? passed.value : null);
    return computed(pipeline, { gradients, bill: exact }, trace);
  }, [pipeline, billResult, whole, trace, last, unit]);
  return (
    <section aria-labelledby="methods">
      <div className={styles.head}>
        <h2 id="methods">{words.counted()}</h2>
        <ClassField
          label={words.forAnswer()}
          classes={classes}
          chosen={unit}
          note={answers ? (at) => formatPercent(answers[at]) : undefined}
          onChoose={setChosen}
        />
      </div>
      <p role="status" className="status">
        {billResult && !billResult.ok ? (
          billResult.problem.sentence
        ) : billResult ? (
          ''
        ) : (
          <Pending>{words.loading()}</Pending>
        )}
      </p>
      <figure aria-labelledby="methods">
        <ul className={styles.panels}>
          <ImagePanel trace={trace} />
          {panels.map((panel) => (
            <MethodPanel key={panel.name} {...panel} />
          ))}
          {ASKED.map((method) => (
            <AskedMethod key={method.name} method={method} unit={unit} trace={whole} />
          ))}
        </ul>
        <SaveImage />
      </figure>
    </section>
  );
}
