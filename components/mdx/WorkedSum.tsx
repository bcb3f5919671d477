import { Arithmetic, type Part } from '@/components/figures/parts/Arithmetic';
import { COLOURS } from '@/components/figures/source';
import { Rich } from '@/components/site/Rich';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/pipeline/pipeline';
import type { TracedExplanation } from '@/lib/provenance/explain';
import { type Cell, isMap, offset } from '@/lib/tensor/tensor';
import place from '@/words/place';
import words from '@/words/worked';
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
          <Rich
            text={words.pixel({ place: pixelWords(cell), value: formatNumber(value) })}
            tags={{ v: (shown) => <b className="number">{shown}</b> }}
          />
        </p>
      );
    case 'normalize':
      return (
        <Line
          name={name}
          parts={[
            { text: formatNumber(explanation.terms[0].value), note: words.pixelNote() },
            '÷',
            { text: formatNumber(stage.layer.divisor), note: words.divisor() },
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
            words.largestOf(),
            ...explanation.terms.map((term, at) => ({
              text: formatNumber(term.value),
              note: at === explanation.winner ? words.winner() : atPlace(term.source),
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

const atPlace = ([row, column = 0]: Cell) => place.inPlane({ row, column });

const pixelWords = ([row, column = 0, channel = 0]: Cell) =>
  place.named({ row, column, name: COLOURS[channel] });

function Line({ name, parts }: { name: string; parts: readonly Part[] }) {
  return <Arithmetic parts={parts} label={words.made({ name })} />;
}

function FlattenSum({ stage, explanation }: Omit<WorkedProps, 'pipeline'>) {
  const [{ source }] = explanation.terms;
  if (!isMap(stage.input) || source.length === 1) return null;
  const [row, column, channel] = source;
  const [, width, depth] = stage.input;
  return (
    <Line
      name={place.index({ index: explanation.cell[0] })}
      parts={[
        '(',
        { text: formatCount(row), note: words.row() },
        '×',
        { text: formatCount(width), note: words.width() },
        '+',
        { text: formatCount(column), note: words.column() },
        ') ×',
        { text: formatCount(depth), note: words.channels() },
        '+',
        { text: formatCount(channel), note: words.channel() },
        '=',
        {
          text: formatCount(offset(stage.input, source)),
          note: words.index({ value: formatNumber(explanation.value) }),
          followed: true,
        },
      ]}
    />
  );
}
