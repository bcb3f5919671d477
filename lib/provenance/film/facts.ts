/** The numbers that a sentence of the script can name. */
import { formatCount, formatNumber, formatPercent, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { explain, strongest, type TracedExplanation } from '@/lib/provenance/explain';
import type { Step } from '@/lib/provenance/path';
import { asMap, type Cell, channelsOf, isMap, size, valueAt } from '@/lib/tensor/tensor';
import words from '@/words/film-counts';
import { COUNTED, windowOf } from './counted';
import type { About, Fact, FactText } from './fact';
import { MEASURED } from './measured';
import { hasShares, pixelAccount, placeNamed } from './places';

const plain = (text: string): FactText => ({ text, step: null });
const count = (of: (about: About) => number): Fact => ({ write: (about) => plain(formatCount(of(about))) });

const hasWindow = (stage: Stage): boolean => windowOf(stage) !== null;
const hasMaps = ({ output }: Stage): boolean => isMap(output);
const isColoured = ({ output, brightness }: Stage): boolean => brightness !== null && output[2] === 3;

const traceOf = ({ trace, stage }: About): StageTrace | null =>
  trace?.stages.find((one) => one.stage === stage.id) ?? null;

/** The number at a cell of the beat's stage. */
function at(about: About, cell: Cell | undefined): FactText | null {
  const traced = traceOf(about);
  return traced && cell
    ? { text: formatNumber(valueAt(traced, cell)), step: { stage: about.stage.id, cell } }
    : null;
}

const part = (axis: 0 | 1 | 2): Fact => ({
  write: ({ step }) => {
    const place = step?.cell[axis] ?? step?.cell[0];
    return place === undefined ? null : { text: formatCount(place), step };
  },
});

const colour = (channel: number): Fact => ({
  has: isColoured,
  write: (about) => {
    const [row, column] = about.step?.cell ?? [];
    return column === undefined || row === undefined ? null : at(about, [row, column, channel]);
  },
});

const explained =
  (write: (found: TracedExplanation, about: About) => FactText | null): Fact['write'] =>
  (about) => {
    const { pipeline, trace, step } = about;
    const found = trace && step && explain(pipeline, trace, trace.weights, step.stage, step.cell);
    return found?.ok ? write(found.value, about) : null;
  };

/** A number of the term that contributes most. */
const strongestTerm = (part: 'value' | 'weight' | 'product'): Fact => ({
  has: ({ parameters }) => parameters > 0,
  write: explained((found, { step }) => {
    const term = strongest(found, 1)[0]?.term;
    const number = term?.[part];
    if (!term || number === undefined) return null;
    // The input is a value of its own; its weight and their product stand in the arithmetic of the beat's.
    const own = part === 'value' && found.reads !== null && !term.padded;
    return { text: formatNumber(number), step: own ? { stage: found.reads, cell: term.source } : step };
  }),
});

/** A class by its rank: its name, or its probability. */
const classOf = (
  rank: 'top' | 'second',
  write: (about: About, step: Step, share: number) => string,
): Fact => ({
  write: (about) => {
    const { pipeline, trace } = about;
    const last = pipeline.stages[pipeline.stages.length - 1];
    const step = trace?.complete ? placeNamed(pipeline, trace, last, rank) : null;
    const traced = trace?.stages.find(({ stage }) => stage === last.id);
    return step && traced ? { text: write(about, step, valueAt(traced, step.cell)), step } : null;
  },
});
const nameOf = ({ pipeline, classWord }: About, { cell }: Step): string =>
  classWord(pipeline.architecture.classes[cell[0]] ?? String(cell[0]));

const measured: Readonly<Record<string, Fact>> = Object.fromEntries(
  Object.entries(MEASURED).map(([name, { first, of }]): [string, Fact] => [
    name,
    {
      write(about) {
        const record = first ? about.first : about.epoch;
        return record && { ...of(record), step: null, epoch: record.epoch };
      },
    },
  ]),
);

/** How many zeros the map of the beat's value has, and how many values. */
function zeros({ shape, values }: StageTrace, channel: number): FactText {
  const [height, width, channels] = asMap(shape);
  let found = 0;
  for (let place = channel; place < values.length; place += channels) if (values[place] === 0) found++;
  const all = height * width;
  const text = formatPercent(found / all);
  const formula = `${formatCount(found)} ÷ ${formatCount(all)} = ${text}`;
  return { text, step: null, how: words.zeros({ formula }) };
}

const TEXTS: Readonly<Record<string, Fact>> = {
  stages: count(({ pipeline }) => pipeline.stages.length),
  weights: count(({ pipeline }) => pipeline.parameters),
  products: count(({ pipeline }) => pipeline.multiplyAdds),
  classes: count(({ pipeline }) => pipeline.architecture.classes.length),
  images: count(({ images }) => images),
  /** What guessing would get right. */
  chance: { write: ({ pipeline }) => plain(formatPercent(1 / pipeline.architecture.classes.length)) },
  stage: { write: ({ stage }) => plain(stage.id) },
  count: count(({ stage }) => size(stage.output)),
  inputs: count(({ stage }) => size(stage.input)),
  parameters: count(({ stage }) => stage.parameters),
  height: { has: hasMaps, ...count(({ stage }) => stage.output[0]) },
  width: { has: hasMaps, ...count(({ stage }) => stage.output[1] ?? 1) },
  pixels: { has: hasMaps, ...count(({ stage }) => size(stage.output) / channelsOf(stage.output)) },
  channels: { has: hasMaps, ...count(({ stage }) => channelsOf(stage.output)) },
  colours: { has: isColoured, ...count(({ stage }) => channelsOf(stage.output)) },
  inputChannels: count(({ stage }) => channelsOf(stage.input)),
  window: { has: hasWindow, write: ({ stage }) => plain(formatShape(windowOf(stage) ?? [])) },
  cells: { has: hasWindow, ...count(({ stage }) => (windowOf(stage) ?? []).reduce((all, n) => all * n, 1)) },
  /** The products in one value of a convolution. */
  terms: {
    has: hasWindow,
    ...count(({ stage }) => (windowOf(stage) ?? []).reduce((all, n) => all * n, channelsOf(stage.input))),
  },
  field: {
    has: ({ receptiveField }) => receptiveField !== null,
    write: ({ stage: { receptiveField: field } }) => field && plain(formatShape([field.height, field.width])),
  },
  value: { write: (about) => at(about, about.step?.cell) },
  row: part(0),
  column: part(1),
  channel: part(2),
  red: colour(0),
  green: colour(1),
  blue: colour(2),
  before: { write: explained(({ before }, { step }) => ({ text: formatNumber(before), step })) },
  bias: {
    has: ({ weights }) => weights?.bias !== undefined,
    write: explained(({ bias }, { step }) =>
      bias === undefined ? null : { text: formatNumber(bias), step },
    ),
  },
  input: strongestTerm('value'),
  weight: strongestTerm('weight'),
  product: strongestTerm('product'),
  zeros: {
    has: hasMaps,
    write: (about) => {
      const traced = traceOf(about);
      return traced && about.step ? zeros(traced, about.step.cell[2] ?? 0) : null;
    },
  },
  answer: classOf('top', nameOf),
  share: classOf('top', (_, __, share) => formatPercent(share)),
  second: classOf('second', nameOf),
  secondShare: classOf('second', (_, __, share) => formatPercent(share)),
  pixelShare: {
    has: (_, pipeline) => hasShares(pipeline),
    write: ({ pipeline, trace, step }) => {
      const account = trace && step && pixelAccount(pipeline, trace);
      if (!account || !step) return null;
      const [, width, channels] = asMap(account.stage.output);
      const first = ((step.cell[0] ?? 0) * width + (step.cell[1] ?? 0)) * channels;
      const own = account.contributions.subarray(first, first + channels);
      // Divided among the pixels is the score of the most probable class: its arithmetic leads to all of them.
      const last = pipeline.stages[pipeline.stages.length - 1];
      return {
        text: formatNumber(own.reduce((sum, one) => sum + one, 0)),
        step: placeNamed(pipeline, trace, last, 'top'),
      };
    },
  },
  ...measured,
};

/** Each number, and how it came about where it is a count. */
export const FACTS: Readonly<Record<string, Fact>> = Object.fromEntries(
  Object.entries(TEXTS).map(([name, fact]): [string, Fact] => [
    name,
    {
      ...fact,
      write(about) {
        const written = fact.write(about);
        const how = COUNTED[name];
        return written && how ? { ...written, how: how(about) } : written;
      },
    },
  ]),
);
