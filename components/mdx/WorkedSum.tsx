import { Arithmetic, type Part } from '@/components/figures/parts/Arithmetic';
import { COLOURS } from '@/components/figures/source';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { type Cell, isMap, offset } from '@/lib/tensor/tensor';
import { placeWords } from './place-words';
import { WeightedSum } from './WeightedSum';

export interface WorkedProps {
  readonly stage: Stage;
  readonly pipeline: Pipeline;
  readonly explanation: TracedExplanation;
}

/** The arithmetic of one value in a line or two, by kind of layer. */
export function WorkedSum({ stage, pipeline, explanation }: WorkedProps) {
  const { cell, value } = explanation;
  const name = `${stage.id}, ${placeWords(cell)}`;
  switch (stage.layer.kind) {
    case 'input':
      return (
        <p>
          At {pixelWords(cell)}, the picture has the number <b className="number">{formatNumber(value)}</b>.
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
            { text: formatNumber(value, 5), note: pixelWords(cell), followed: true },
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
            { text: formatNumber(value), note: placeWords(cell), followed: true },
          ]}
        />
      );
    case 'flatten':
      return <FlattenSum stage={stage} explanation={explanation} />;
    default:
      return <WeightedSum stage={stage} pipeline={pipeline} explanation={explanation} />;
  }
}

const pixelWords = ([row, column = 0, channel = 0]: Cell) =>
  `row ${row}, column ${column}, ${COLOURS[channel]}`;

function Line({ name, parts }: { name: string; parts: readonly Part[] }) {
  return <Arithmetic parts={parts} label={`How ${name} is made`} />;
}

function FlattenSum({ stage, explanation }: Omit<WorkedProps, 'pipeline'>) {
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
