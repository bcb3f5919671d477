/** What joins a value to what it was made from, as lines and outlines in space. */
import type { Pipeline } from '@/lib/network/pipeline';
import { type Cell, isMap } from '@/lib/tensor/tensor';
import type { TracedExplanation } from '../explain';
import { receptiveField } from '../field';
import { type Board, cornersOf, middleOf, patchOf, type SpaceLayout, tileOf } from './layout';
import type { Vector3 } from './vector';

/** One term of a value: the line from the cell that it reads. */
export interface Link {
  readonly from: Vector3;
  readonly to: Vector3;
  /** Its share of the largest contribution, above 0 and up to 1. */
  readonly share: number;
  readonly negative: boolean;
}

/** Everything that is drawn about a value. */
export interface ValueLinks {
  readonly value: readonly Vector3[];
  readonly links: readonly Link[];
  /** How many terms there are; more than the links where only the largest are drawn, or some are 0. */
  readonly terms: number;
  /** The outlines of the patch of the image that it depends on. Empty for a value of the image. */
  readonly field: readonly (readonly Vector3[])[];
}

/** More lines than these are a fan in which none can be seen. */
const MOST_LINKS = 48;

const boardFor = ({ boards }: SpaceLayout, stage: string | null): Board | undefined =>
  boards.find((board) => board.stage === stage);

/** The square of a value in space, its field and the terms that contribute most. Null where it is not drawn. */
export function linksOf(
  layout: SpaceLayout,
  pipeline: Pipeline,
  stage: string,
  cell: Cell,
  explanation: TracedExplanation | null,
): ValueLinks | null {
  const board = boardFor(layout, stage);
  const patch = board && patchOf(board, cell);
  if (!board || !patch) return null;
  const to = middleOf(board, patch);
  return {
    value: cornersOf(board, patch),
    links: explanation ? termLinks(boardFor(layout, explanation.reads), explanation, to) : [],
    terms: explanation?.reads ? explanation.terms.length : 0,
    field: board.at === 0 ? [] : fieldOutlines(layout, pipeline, stage, cell),
  };
}

function termLinks(
  source: Board | undefined,
  { terms, winner }: TracedExplanation,
  to: Vector3,
): readonly Link[] {
  if (!source) return [];
  // Of a maximum the winner alone makes the value.
  const weighed = terms
    .map((term, at) => ({ term, product: winner === undefined || at === winner ? term.product : 0 }))
    .filter(
      ({ term, product }) => !term.padded && (product !== 0 || terms.length === 1 || winner !== undefined),
    )
    .toSorted((a, b) => Math.abs(b.product) - Math.abs(a.product))
    .slice(0, MOST_LINKS);
  const largest = Math.abs(weighed[0]?.product ?? 0);
  return weighed.flatMap(({ term, product }): Link[] => {
    const patch = patchOf(source, term.source);
    if (!patch) return [];
    const share = largest > 0 ? Math.abs(product) / largest : 0;
    return [{ from: middleOf(source, patch), to, share, negative: product < 0 }];
  });
}

function fieldOutlines(
  layout: SpaceLayout,
  pipeline: Pipeline,
  stage: string,
  cell: Cell,
): readonly (readonly Vector3[])[] {
  const image = layout.boards[0];
  const field = receptiveField(pipeline, stage, cell);
  if (!field.ok || !isMap(pipeline.stages[0].output) || field.value.height === 0) return [];
  const { row, column, height, width } = field.value;
  // On the image in its colours, or else on each of its channels.
  const tiles = image.lead === 1 ? [0] : Array.from({ length: image.shown }, (_, tile) => tile);
  return tiles.map((tile) => {
    const { x, y } = tileOf(image, tile);
    return cornersOf(image, { x: x + column, y: y + row, width, height });
  });
}
