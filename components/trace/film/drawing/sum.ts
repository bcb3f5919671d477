/** The arithmetic of one value: the numbers under the window, the kernel, and their products. */
import { sourceOf } from '@/components/figures/source';
import { windowBox } from '@/components/figures/window-box';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/kinds/types';
import { explain, type TracedExplanation } from '@/lib/provenance/explain';
import { groupTerms } from '@/lib/provenance/terms';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/film';
import type { Area } from './area';
import { LINE, type Pen, write } from './pen';
import { type Drawn, followed, type Scene } from './scene';
import { drawGrids } from './sum-grids';
import { drawList } from './sum-list';
import { planSum, roomFor, type SumPlan } from './sum-plan';

interface Sum {
  readonly explained: TracedExplanation;
  readonly plan: SumPlan;
  /** The sum, the bias, and what becomes of them, line by line; in two lines below a list. */
  readonly lines: readonly string[];
  /** How many channels, or products, there are. */
  readonly all: number;
}

/** What there is to draw, and how it is drawn in a room of this size; null where the value has no such arithmetic. */
function sumIn(scene: Scene, area: Area): Sum | null {
  const { pipeline, trace, shown } = scene;
  const { stage, step } = shown;
  const found = step && explain(pipeline, trace, trace.weights, stage.id, step.cell);
  if (!found?.ok) return null;
  const explained = found.value;
  const shape = asMap(stage.input);
  const [added, result] = sumWords(explained);
  const lines = [...added, ...result];
  const channels = groupTerms(explained.terms, 'channel', shape).length;
  const plan = planSum(area, {
    window: windowBox(stage.layer, shape, followed(scene)),
    channels,
    terms: explained.terms.length,
    lines: lines.length,
  });
  if (plan.as === 'grids') return { explained, plan, lines, all: channels };
  return { explained, plan, lines: [added.join(' '), result.join(' ')], all: explained.terms.length };
}

/** What the drawing shows in a room of this size. */
export function sumDrawn(scene: Scene, area: Area): Drawn | null {
  const sum = sumIn(scene, area);
  if (!sum) return null;
  const { plan, all } = sum;
  const figure = plan.as === 'list' ? 'sumLargest' : plan.shown < all ? 'sumInPart' : 'sum';
  return { figure, shown: plan.shown, all };
}

/** Three grids for each channel, or the largest products; and the sum on their right, or below them where it is narrow. */
export function drawSum(pen: Pen, scene: Scene, progress: number): void {
  const { area } = pen;
  const sum = sumIn(scene, area);
  if (!sum) return;
  const { plan, all, explained } = sum;
  const { stage } = scene.shown;
  const shape = asMap(stage.input);
  const isPart = plan.shown < all;
  const counts = { shown: formatCount(plan.shown), all: formatCount(all) };
  const rest = plan.as === 'list' ? words.productsOf(counts) : words.shownOf(counts);
  const lines = isPart ? [...sum.lines, rest] : sum.lines;
  const room = roomFor(area, plan.beside, lines.length);
  const { nameOf } = sourceOf(stage, scene.pipeline);
  const { terms } = explained;
  // An input is a value of its own; its weight and their product stand in the arithmetic of the beat's.
  const stepOf = (term: Term, column: number) =>
    column === 0 && !term.padded && explained.reads
      ? { stage: explained.reads, cell: term.source }
      : scene.shown.step;
  const about = { terms, nameOf, progress, stepOf };
  const drawn =
    plan.as === 'list'
      ? drawList(pen, room, { ...about, shown: plan.shown })
      : drawGrids(pen, room, {
          ...about,
          groups: groupTerms(terms, 'channel', shape)
            .toSorted((a, b) => Math.abs(b.sum) - Math.abs(a.sum))
            .slice(0, plan.shown)
            .toSorted((a, b) => a.key - b.key),
          window: windowBox(stage.layer, shape, followed(scene)),
        });
  if (progress <= 0.1) return;
  writeLines(pen, lines, isPart, plan.beside, drawn);
  const { step } = scene.shown;
  pen.grids?.push({
    area: linesArea(area, lines.length, plan.beside, drawn),
    rows: 1,
    columns: 1,
    stepAt: () => step,
  });
}

/** The room that the lines of the sum take. */
const linesArea = (area: Area, count: number, beside: boolean, drawn: Area): Area =>
  beside
    ? {
        x: drawn.x + drawn.width + 28,
        y: area.y + (area.height - count * 30) / 2,
        width: Math.max(1, area.x + area.width - drawn.x - drawn.width - 28),
        height: count * 30,
      }
    : { x: area.x, y: drawn.y + drawn.height + 4, width: area.width, height: count * LINE };

/** The lines of the sum; the last one is small where it says what is left out. */
function writeLines(pen: Pen, lines: readonly string[], isPart: boolean, beside: boolean, drawn: Area): void {
  const { area } = pen;
  for (const [at, line] of lines.entries()) {
    const small = isPart && at === lines.length - 1;
    const room = linesArea(area, lines.length, beside, drawn);
    const x = beside ? room.x : area.x + area.width / 2;
    const top = room.y;
    write(pen, line, x, top + (at + 0.5) * (beside ? 30 : LINE), {
      size: small ? 12 : beside ? 17 : 14,
      colour: small ? pen.soft : pen.ink,
      font: small ? 'label' : 'number',
      align: beside ? 'left' : 'center',
      most: beside ? area.x + area.width - x : area.width,
    });
  }
}

/** The sum and the bias, and what they come to. */
function sumWords({ before, bias, value }: TracedExplanation): readonly [string[], string[]] {
  return [
    [
      words.sumOf({ sum: formatNumber(before - (bias ?? 0)) }),
      ...(bias === undefined ? [] : [words.biasOf({ bias: formatNumber(bias) })]),
    ],
    [`= ${formatNumber(before)}`, ...(value === before ? [] : [`→ ${formatNumber(value)}`])],
  ];
}
