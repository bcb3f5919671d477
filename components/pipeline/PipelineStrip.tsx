'use client';

import Link from 'next/link';
import type { CSSProperties } from 'react';
import { useFirstLiveMap } from '@/components/canvas/use-first-live-map';
import { useMedia } from '@/components/site/use-media';
import { useNetwork, useTrace } from '@/components/state/hooks';
import type { StageTrace } from '@/lib/engine/protocol';
import { formatCount, formatPercent, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { Stage } from '@/lib/pipeline/pipeline';
import styles from './PipelineStrip.module.css';
import { LAYOUTS, type Layout, StageMosaic, shownMaps } from './StageMosaic';

/** The pipeline at a glance: nine stages with the real values of the chosen picture, at true relative size. */
export function PipelineStrip() {
  const pipeline = useNetwork((view) => view.pipeline);
  const trace = useTrace();
  useFirstLiveMap(trace);
  const picture = useNetwork((view) => view.picture);
  const layout = useLayout();
  const values = (id: string) => trace?.stages.find(({ stage }) => stage === id) ?? null;
  return (
    <figure className={styles.strip} aria-label={`The pipeline with ${picture?.name ?? 'the first sample'}`}>
      <ol className={styles.stages}>
        {pipeline.stages.map((stage) => (
          <li key={stage.id} className={styles.stage} data-kind={stage.layer.kind}>
            <StageHead stage={stage} />
            <div className={styles.values}>
              {stage.layer.kind === 'dense' && stage.layer.activation === 'softmax' ? (
                <Answers classes={pipeline.architecture.classes} trace={values(stage.id)} />
              ) : (
                <StageMosaic
                  stage={stage}
                  picture={pipeline.architecture.input}
                  trace={values(stage.id)}
                  layout={layout}
                />
              )}
            </div>
            <StageFoot stage={stage} shown={shownMaps(stage, pipeline.architecture.input, layout)} />
          </li>
        ))}
      </ol>
      <figcaption className={styles.caption}>
        {trace?.source === 'recorded'
          ? 'Recorded at build time with this very network; the live engine is starting.'
          : trace
            ? 'Live: computed in your browser just now. In each map, dark is zero and bright is strong.'
            : 'The first values arrive in a moment.'}
      </figcaption>
    </figure>
  );
}

function useLayout(): Layout {
  const laptop = useMedia('(max-width: 76rem)');
  const tablet = useMedia('(max-width: 60rem)');
  const phone = useMedia('(max-width: 36rem)');
  return LAYOUTS[phone ? 'phone' : tablet ? 'tablet' : laptop ? 'laptop' : 'desk'];
}

function StageHead({ stage }: { stage: Stage }) {
  return (
    <Link href={`/stages/${stage.id}/`} className={styles.head} prefetch={false}>
      <span className={`number ${styles.ordinal}`}>{stage.number}</span>
      <span className={styles.name}>{stage.id}</span>
      <span className={styles.operation}>{rulesOf(stage.layer).operation(stage.layer)}</span>
    </Link>
  );
}

function StageFoot({ stage, shown }: { stage: Stage; shown: string | null }) {
  return (
    <p className={styles.foot}>
      <span className="number">{formatShape(stage.output)}</span>
      {shown && <span>{shown}</span>}
      {stage.parameters > 0 && <span>{formatCount(stage.parameters)} weights</span>}
    </p>
  );
}

function Answers({ classes, trace }: { classes: readonly string[]; trace: StageTrace | null }) {
  const best = trace ? trace.values.indexOf(Math.max(...trace.values)) : -1;
  return (
    <ol className={styles.answers} aria-label="Probabilities">
      {classes.map((name, index) => {
        const probability = trace?.values[index];
        return (
          <li key={name} data-best={index === best}>
            <span>{name}</span>
            <span className="number">{probability === undefined ? '' : formatPercent(probability)}</span>
            <span
              className={styles.bar}
              style={{ '--share': `${(probability ?? 0) * 100}%` } as CSSProperties}
              aria-hidden="true"
            />
          </li>
        );
      })}
    </ol>
  );
}
