import { Arithmetic, type Part } from '@/components/figures/parts/Arithmetic';
import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import type { Term } from '@/lib/layers/types';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { type Cell, isMap, offset } from '@/lib/tensor/tensor';
import styles from './Lesson.module.css';

interface Props {
  readonly stage: Stage;
  readonly pipeline: Pipeline;
  readonly explanation: TracedExplanation;
}

/** Terms written out in full; of a longer sum the largest, and what the rest adds up to. */
const MOST_TERMS = 6;

const place = (cell: Cell): string =>
  cell.length === 1
    ? `at index ${formatCount(cell[0])}`
    : `row ${cell[0]}, column ${cell[1]}, channel ${cell[2]}`;

/** The arithmetic of one value in a line or two, by kind of layer. */
export function WorkedSum({ stage, pipeline, explanation }: Props) {
  const { cell, value } = explanation;
  const name = `${stage.id}, ${place(cell)}`;
  switch (stage.layer.kind) {
    case 'input':
      return (
        <p>
          The number at {place(cell)} of your picture is <b className="number">{formatNumber(value)}</b>.
        </p>
      );
    case 'normalize':
      return (
        <Line
          name={name}
          parts={[
            { text: formatNumber(explanation.terms[0].value), note: 'pixel' },
            '÷',
            { text: formatNumber(stage.layer.divisor), note: 'divisor' },
            '=',
            { text: formatNumber(value, 5), note: place(cell), followed: true },
          ]}
        />
      );
    case 'maxPool':
      return (
        <Line
          name={name}
          parts={[
            'the largest of',
            ...explanation.terms.map((term, at) => ({
              text: formatNumber(term.value),
              note:
                at === explanation.winner ? 'the winner' : `row ${term.source[0]}, column ${term.source[1]}`,
            })),
            '=',
            { text: formatNumber(value), note: place(cell), followed: true },
          ]}
        />
      );
    case 'flatten':
      return <FlattenSum stage={stage} explanation={explanation} />;
    default:
      return <WeightedSum stage={stage} pipeline={pipeline} explanation={explanation} />;
  }
}

function Line({ name, parts }: { name: string; parts: readonly Part[] }) {
  return <Arithmetic parts={parts} label={`How ${name} is made`} />;
}

function FlattenSum({ stage, explanation }: Omit<Props, 'pipeline'>) {
  const [{ source }] = explanation.terms;
  if (!isMap(stage.input) || source.length === 1) return null;
  const [row, column, channel] = source;
  const [, width, depth] = stage.input;
  return (
    <Line
      name={`index ${explanation.cell[0]}`}
      parts={[
        '(',
        { text: formatCount(row), note: 'row' },
        '×',
        { text: formatCount(width), note: 'width' },
        '+',
        { text: formatCount(column), note: 'column' },
        ') ×',
        { text: formatCount(depth), note: 'channels' },
        '+',
        { text: formatCount(channel), note: 'channel' },
        '=',
        {
          text: formatCount(offset(stage.input, source)),
          note: `index; the value is ${formatNumber(explanation.value)}`,
          followed: true,
        },
      ]}
    />
  );
}

const bySize = (a: Term, b: Term): number => Math.abs(b.product) - Math.abs(a.product);

function WeightedSum({ stage, pipeline, explanation }: Props) {
  const { terms, bias = 0, before, value, cell, softmax } = explanation;
  const largest = [...terms].sort(bySize).slice(0, MOST_TERMS);
  const shown = largest.reduce((sum, { product }) => sum + product, 0);
  const rest = before - bias - shown;
  const relu = 'activation' in stage.layer && stage.layer.activation === 'relu';
  return (
    <>
      <p className={styles.terms}>
        The {formatCount(largest.length)} largest of {formatCount(terms.length)} products:
      </p>
      <ol className={styles.products}>
        {largest.map(({ source, value: input, weight = 0, product }) => (
          <li key={source.join()}>
            <span className={styles.source}>{place(source)}</span>
            <span className="number">
              {formatNumber(input)} × {formatNumber(weight)}
            </span>
            <span className="number">= {formatNumber(product)}</span>
          </li>
        ))}
      </ol>
      <Line
        name={`${stage.id}, ${place(cell)}`}
        parts={[
          { text: formatNumber(shown), note: 'these' },
          '+',
          { text: formatNumber(rest), note: `the other ${formatCount(terms.length - largest.length)}` },
          '+',
          { text: formatNumber(bias), note: 'bias' },
          '=',
          { text: formatNumber(before), note: softmax ? 'logit' : 'the sum', followed: !relu && !softmax },
          ...(relu ? ['ReLU →', { text: formatNumber(value), note: place(cell), followed: true }] : []),
        ]}
      />
      {softmax && <SoftmaxLine pipeline={pipeline} explanation={explanation} />}
    </>
  );
}

function SoftmaxLine({ pipeline, explanation }: Omit<Props, 'stage'>) {
  const { softmax = [], value, cell } = explanation;
  const unit = cell[0];
  const sum = softmax.reduce((total, { shifted }) => total + shifted, 0);
  const highest = Math.max(...softmax.map(({ logit }) => logit));
  return (
    <Line
      name={`the probability of ${pipeline.architecture.classes[unit]}`}
      parts={[
        {
          text: `exp(${formatNumber(softmax[unit].logit)} − ${formatNumber(highest)})`,
          note: 'logit less the largest logit',
        },
        '÷',
        { text: formatNumber(sum), note: 'sum over all classes' },
        '=',
        { text: formatPercent(value), note: pipeline.architecture.classes[unit], followed: true },
      ]}
    />
  );
}
