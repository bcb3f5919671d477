'use client';

import { useMemo, useState } from 'react';
import { ClassField } from '@/components/controls/ClassField';
import { SaveImage } from '@/components/controls/SaveImage';
import { usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { formatPercent } from '@/lib/format/format';
import { bill } from '@/lib/provenance/bill';
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
  const billResult = useMemo(
    () =>
      trace?.complete && trace.source === 'live'
        ? bill(pipeline, trace, trace.weights, last.id, [unit])
        : null,
    [pipeline, trace, last, unit],
  );
  const panels = useMemo(
    () => computed(pipeline, billResult?.ok ? billResult.value : null, trace),
    [pipeline, billResult, trace],
  );
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
            <AskedMethod
              key={method.name}
              method={method}
              unit={unit}
              trace={trace}
              bill={billResult?.ok ? billResult.value : null}
            />
          ))}
        </ul>
        <SaveImage />
      </figure>
    </section>
  );
}
