'use client';

import { useMemo, useState } from 'react';
import { Arithmetic } from '@/components/figures/parts/Arithmetic';
import { SoftmaxSteps } from '@/components/figures/parts/SoftmaxSteps';
import { sumParts } from '@/components/figures/sum';
import { sumOf } from '@/components/figures/terms';
import { bySize, nameOf } from '@/components/mdx/WeightedSum';
import { WorkedSum } from '@/components/mdx/WorkedSum';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/layers/types';
import { type Pipeline, stageOf } from '@/lib/pipeline/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';
import type { Step } from '@/lib/provenance/way';
import styles from './Inspector.module.css';

/** Terms shown at first, and how many more each time more are asked for. */
const FIRST = 12;
const MORE = 48;

interface Props {
  readonly explanation: TracedExplanation;
  readonly pipeline: Pipeline;
  onFollow(step: Step): void;
  /** The value that a term reads, while it is pointed at or in focus. */
  onPoint(step: Step | null): void;
}

/** What a value was made of: the terms that count most, each a way on, and the sum written out. */
export function Terms({ explanation, pipeline, onFollow, onPoint }: Props) {
  const [most, setMost] = useState(FIRST);
  const { terms, reads } = explanation;
  const stage = stageOf(pipeline, explanation.stage);
  const sorted = useMemo(() => [...terms].sort(bySize), [terms]);
  if (reads === null) return <WorkedSum {...{ stage, pipeline, explanation }} />;
  const shown = sorted.slice(0, most);
  const name = termNamer(explanation, pipeline);
  return (
    <>
      <p className={styles.told}>
        {terms.length > shown.length
          ? `The ${formatCount(shown.length)} that count most of ${formatCount(terms.length)}. Each leads to the value that it reads.`
          : 'Each leads to the value that it reads.'}
      </p>
      <ol className={styles.terms} aria-label="What the value was made of">
        {shown.map((term) => (
          <li
            key={term.source.join()}
            data-winner={term === terms[explanation.winner ?? -1]}
            onPointerEnter={() => onPoint({ stage: reads, cell: term.source })}
            onPointerLeave={() => onPoint(null)}
            onFocus={() => onPoint({ stage: reads, cell: term.source })}
            onBlur={() => onPoint(null)}
          >
            <TermWay
              term={term}
              name={name(term)}
              onFollow={() => onFollow({ stage: reads, cell: term.source })}
            />
          </li>
        ))}
      </ol>
      {shown.length < terms.length && (
        <button type="button" className="button button-quiet" onClick={() => setMost(most + MORE)}>
          Show {formatCount(Math.min(MORE, terms.length - shown.length))} more
        </button>
      )}
      {terms[0].weight === undefined || stage.layer.kind === 'normalize' ? (
        <WorkedSum {...{ stage, pipeline, explanation }} />
      ) : (
        <WholeSum {...{ explanation, pipeline, shown }} />
      )}
    </>
  );
}

/** One term: the value it reads, times its weight. A cell of padding is no value that one could go to. */
function TermWay({ term, name, onFollow }: { term: Term; name: string; onFollow(): void }) {
  return (
    <>
      {term.padded ? (
        <span>{name} (padding)</span>
      ) : (
        <button type="button" onClick={onFollow}>
          {name}
        </button>
      )}
      <span className="number">
        {formatNumber(term.value)}
        {term.weight !== undefined && ` × ${formatNumber(term.weight)}`}
      </span>
      <span className="number">{term.weight !== undefined && `= ${formatNumber(term.product)}`}</span>
    </>
  );
}

/** The terms shown, the others and the bias, and what becomes of their sum. */
function WholeSum({
  explanation,
  pipeline,
  shown,
}: Pick<Props, 'explanation' | 'pipeline'> & { shown: readonly Term[] }) {
  const { terms, bias = 0, cell, softmax, value } = explanation;
  const { layer } = stageOf(pipeline, explanation.stage);
  const these = sumOf(shown);
  const others = terms.length - shown.length;
  return (
    <>
      <Arithmetic
        label="The whole sum"
        parts={sumParts(
          [
            { value: these, note: `these ${formatCount(shown.length)}` },
            ...(others > 0
              ? [{ value: sumOf(terms) - these, note: `the other ${formatCount(others)}` }]
              : []),
            { value: bias, note: 'bias' },
          ],
          explanation,
          'activation' in layer ? layer.activation : 'linear',
        )}
      />
      {softmax && (
        <SoftmaxSteps
          steps={softmax}
          unit={cell[0]}
          name={pipeline.architecture.classes[cell[0]]}
          probability={value}
        />
      )}
    </>
  );
}

function termNamer(explanation: TracedExplanation, pipeline: Pipeline): (term: Term) => string {
  return nameOf(stageOf(pipeline, explanation.stage), pipeline);
}
