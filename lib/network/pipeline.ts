import { countOf } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { ByParameter, Layer, ParameterSpec } from '@/lib/kinds/types';
import type { Shape } from '@/lib/tensor/tensor';
import words from '@/words/titles';
import type { Architecture } from './architecture';
import { fieldInside, foldField, PIXEL, type ReceptiveField } from './field';

export type { ReceptiveField } from './field';

/** The largest value of a byte. */
export const BYTE = 255;
/** The input of the first stage. */
const PIXELS = { receptiveField: PIXEL, brightness: BYTE };

/** One stage of the data flow: a layer with everything that follows from its place in the architecture. */
export interface Stage {
  readonly id: string;
  /** Counted from 1. */
  readonly number: number;
  /** Its name in a heading: "First convolution". */
  readonly title: string;
  readonly layer: Layer;
  readonly input: Shape;
  readonly output: Shape;
  /** The parameters that the layer learns or measures; null where there are none. */
  readonly weights: ByParameter<ParameterSpec> | null;
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** The value of full brightness while the stage's values are still those of an image; otherwise null. */
  readonly brightness: number | null;
  /** On an image without borders, see {@link pixelsSeen}. Null once a layer sees its whole input (dense and after). */
  readonly receptiveField: ReceptiveField | null;
}

/** An architecture with everything that is computed from it. Counts are for one image. */
export interface Pipeline {
  readonly architecture: Architecture;
  readonly stages: readonly Stage[];
  readonly parameters: number;
  readonly multiplyAdds: number;
}

/**
 * The stages of an architecture: shapes, parameters, multiply-adds and receptive fields. Assumes that the
 * architecture is valid: one from outside is checked by `buildPipeline`.
 */
export function pipelineOf(architecture: Architecture): Pipeline {
  const titles = titlesOf(architecture.layers);
  const stages: Stage[] = [];
  for (const [at, layer] of architecture.layers.entries()) {
    const before = stages.at(-1);
    const input = before ? before.output : architecture.input;
    stages.push(stageFrom(layer, at + 1, titles[at], input, before ?? PIXELS));
  }
  return {
    architecture,
    stages,
    parameters: total(stages.map(({ parameters }) => parameters)),
    multiplyAdds: total(stages.map(({ multiplyAdds }) => multiplyAdds)),
  };
}

function stageFrom(
  layer: Layer,
  number: number,
  title: string,
  input: Shape,
  { receptiveField, brightness }: Pick<Stage, 'receptiveField' | 'brightness'>,
): Stage {
  const rules = rulesOf(layer);
  const weights = rules.parameters(layer, input);
  return {
    id: layer.id,
    number,
    title,
    layer,
    input,
    output: rules.outputShape(layer, input),
    weights,
    parameters: countOf(weights),
    multiplyAdds: rules.multiplyAdds(layer, input),
    brightness: brightness === null ? null : rules.brightness(layer, brightness),
    receptiveField: foldField(receptiveField, layer, input),
  };
}

/**
 * The stage with this id.
 * @throws Error when there is none; an id from outside is checked on entry.
 */
export function stageOf(pipeline: Pipeline, id: string): Stage {
  const stage = pipeline.stages.find((candidate) => candidate.id === id);
  if (!stage) throw new Error(`there is no stage ${id}`);
  return stage;
}

/**
 * Height and width of the most pixels that a value of a stage depends on; null once a layer sees its whole input. The
 * receptive field of a deep stage may be larger than the image, what it depends on may not.
 */
export const pixelsSeen = (
  { architecture }: Pipeline,
  { receptiveField, output }: Stage,
): readonly [number, number] | null =>
  receptiveField && fieldInside(receptiveField, output, architecture.input);

/** The shape of a stage's output for this many images at once, batch first. */
export const batchShape = (stage: Stage, batch: number): readonly number[] => [batch, ...stage.output];

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** How many layers of a kind get ordinal words; later ones get numbers. */
const ORDINALS = 10;

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);

/**
 * One title for each layer, in order: "First convolution" where there are several of a kind, "Dense layer"
 * where there is one, and "Output" for the last.
 */
function titlesOf(layers: readonly Layer[]): string[] {
  const hidden = layers.slice(0, -1);
  return layers.map((layer, at) => {
    if (at === layers.length - 1) return words.output();
    const { name } = rulesOf(layer);
    const alike = hidden.filter(({ kind }) => kind === layer.kind);
    if (alike.length === 1) return capital(name);
    const nth = alike.indexOf(layer);
    return nth < ORDINALS
      ? words.nth({ nth: String(nth + 1), kind: layer.kind, name })
      : `${capital(name)} ${nth + 1}`;
  });
}
