import dynamic from 'next/dynamic';
import { Arithmetic } from '@/components/figures/parts/Arithmetic';
import { sourceOf } from '@/components/figures/source';
import { sumParts } from '@/components/figures/sum';
import { termName } from '@/components/figures/term-name';
import { again } from '@/components/parts/again';
import { placeWords } from '@/components/values/place-words';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/kinds/types';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { mapsRead, sumOf } from '@/lib/provenance/reads';
import { isMap } from '@/lib/tensor/tensor';
import place from '@/words/place';
import sum from '@/words/sum';
import words from '@/words/worked';
import styles from './WeightedSum.module.css';
import type { WorkedProps as Props } from './worked-props';

// Only the last lesson has a softmax.
const SoftmaxSteps = dynamic(
  again(() => import('@/components/kinds/shared/SoftmaxSteps').then((module) => module.SoftmaxSteps)),
);

/** Terms shown in full; of a longer sum the largest ones, and the sum of the rest. */
const MOST_TERMS = 6;

const bySize = (a: Term, b: Term): number => Math.abs(b.product) - Math.abs(a.product);

/** The name of a term's input, as in the figure. */
export function nameOf(stage: Stage, pipeline: Pipeline): (term: Term) => string {
  if (!isMap(stage.input)) {
    const maps = mapsRead(stage, pipeline);
    return (term) => termName(term, maps);
  }
  const source = sourceOf(stage, pipeline);
  return ({ source: [row, column = 0, channel = 0] }) =>
    place.named({ row, column, name: source.nameOf(channel) });
}

/** A weighted sum in a few lines: its largest products, and their total. */
export function WeightedSum({ stage, pipeline, explanation }: Props) {
  const { terms, bias, cell, softmax } = explanation;
  const largest = [...terms].sort(bySize).slice(0, MOST_TERMS);
  const shown = sumOf(largest);
  const addends = [
    { value: shown, note: words.these() },
    { value: sumOf(terms) - shown, note: words.other({ count: formatCount(terms.length - largest.length) }) },
    ...(bias === undefined ? [] : [{ value: bias, note: sum.bias() }]),
  ];
  const name = nameOf(stage, pipeline);
  return (
    <>
      <p className={styles.terms}>
        {words.largest({
          stage: stage.id,
          place: placeWords(cell),
          some: formatCount(largest.length),
          all: formatCount(terms.length),
        })}
      </p>
      <ol className={styles.products}>
        {largest.map((term) => (
          <li key={term.source.join()}>
            <span className={styles.source}>{name(term)}</span>
            <span className="number">
              {formatNumber(term.value)} × {formatNumber(term.weight ?? 1)}
            </span>
            <span className="number">= {formatNumber(term.product)}</span>
          </li>
        ))}
      </ol>
      <Arithmetic
        label={words.steps({ name: `${stage.id}, ${placeWords(cell)},` })}
        parts={sumParts(
          addends,
          explanation,
          'activation' in stage.layer ? stage.layer.activation : 'linear',
        )}
      />
      {softmax && (
        <SoftmaxSteps
          steps={softmax}
          unit={cell[0]}
          name={pipeline.architecture.classes[cell[0]]}
          probability={explanation.value}
        />
      )}
    </>
  );
}
