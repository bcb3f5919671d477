/** Drawings without places: the row of the flattened maps, the units of a layer, the probabilities. */
import { foldedImage } from '@/components/canvas/paint';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatPercent } from '@/lib/format/format';
import { isMap, size, type Tensor } from '@/lib/tensor/tensor';
import words from '@/words/film';
import type { Area } from './area';
import type { Grid } from './grids';
import { drawAll } from './maps';
import {
  beside,
  caption,
  cellsArea,
  drawFirst,
  eased,
  fitted,
  LINE,
  mark,
  type Pen,
  partOf,
  write,
} from './pen';
import { type Drawn, followed, remembering, type Scene, stageBefore, tensorOf } from './scene';

/** A vector in rows of this many; what is left over of the last row stays transparent. */
const folded = remembering((tensor, columns) => foldedImage(tensor.values, columns, rangeOf(tensor.values)));

/** The units of a vector in rows, as far as they are drawn. */
const unitGrid = (area: Area, columns: number, stage: string, count: number): Grid => ({
  area,
  rows: Math.round((area.height / area.width) * columns),
  columns,
  stepAt(row, column) {
    const unit = row * columns + column;
    return unit < count ? { stage, cell: [unit] } : null;
  },
});

const squarish = ({ values }: Tensor): number => Math.ceil(Math.sqrt(values.length));

/** The maps, and below or beside them the vector that they are read out into. */
export function drawUnroll(pen: Pen, scene: Scene, progress: number): void {
  const { stage } = scene.shown;
  const before = stageBefore(scene);
  const maps = before && tensorOf(scene, before);
  if (!before || !maps || !isMap(maps.shape)) return;
  const [from, to] = beside(pen, 2);
  drawAll(pen, before, maps, from, maps.shape[2]);
  const image = folded(scene.tensor, squarish(scene.tensor));
  const area = fitted(pen, image.height, image.width, to);
  const count = Math.round(eased(partOf(progress, 0.05, 0.8)) * scene.tensor.values.length);
  drawFirst(pen, image, area, count);
  pen.grids?.push(unitGrid(area, image.width, stage.id, count));
  caption(pen, words.row({ stage: stage.id, count: formatCount(scene.tensor.values.length) }), area);
}

/** A row of units: as in the figures of the lessons, and longer where there are very many. */
const columnsFor = (units: number): number =>
  units <= 512 ? Math.min(16, units) : Math.ceil(Math.sqrt(2 * units));

/** The units of a layer as squares in rows, the followed one outlined. */
export function drawUnits(pen: Pen, scene: Scene, progress: number): void {
  const { stage, step } = scene.shown;
  const columns = columnsFor(scene.tensor.values.length);
  const image = folded(scene.tensor, columns);
  const area = fitted(pen, image.height, columns, { ...pen.area, height: pen.area.height - LINE });
  const count = Math.round(partOf(progress, 0, 0.4) * scene.tensor.values.length);
  drawFirst(pen, image, area, count);
  pen.grids?.push(unitGrid(area, columns, stage.id, count));
  caption(pen, stage.id, area);
  const { channel: unit } = followed(scene);
  const place = { row: Math.floor(unit / columns), column: unit % columns, height: 1, width: 1 };
  if (step && progress > 0.4) mark(pen, cellsArea(area, columns, place));
}

/** The highest a bar with its name is, the share of the width for names, and the room for a number in its own size. */
const ROW = 40;
const NAMES = 0.24;
const NUMBER = 4.4;

/** All classes in their order; of more than fit, the most probable. */
const MOST = 16;
/** A bar has to be this high for its name. */
const LEAST = 14;
function shownUnits(values: Float32Array, { height }: Area): readonly number[] {
  const units = Array.from(values.keys());
  const most = Math.max(1, Math.min(MOST, Math.floor(height / LEAST)));
  if (units.length <= most) return units;
  return units.sort((a, b) => values[b] - values[a]).slice(0, most);
}

/** What the drawing shows in a room of this size. */
export function answerIn({ pipeline }: Scene, area: Area): Drawn {
  const all = size(pipeline.stages[pipeline.stages.length - 1].output);
  const shown = shownUnits(new Float32Array(all), area).length;
  return { figure: shown < all ? 'answerInPart' : 'answer', shown, all };
}

/** The probabilities as bars, the followed one in the accent colour. */
export function drawAnswer(pen: Pen, scene: Scene, progress: number, area: Area = pen.area): void {
  const { architecture, stages } = scene.pipeline;
  const last = tensorOf(scene, stages[stages.length - 1]);
  if (!last) return;
  const units = shownUnits(last.values, area);
  const height = Math.min(ROW, area.height / units.length);
  const top = area.y + (area.height - height * units.length) / 2;
  // Where the rows are low they are filled by their names.
  const letters = Math.min(16, Math.max(height * 0.48, Math.min(12, height * 0.75)));
  const { channel: unit } = followed(scene);
  pen.grids?.push({
    area: { ...area, y: top, height: height * units.length },
    rows: units.length,
    columns: 1,
    stepAt: (row) => ({ stage: stages[stages.length - 1].id, cell: [units[row]] }),
  });
  const [from, room] = [area.x + area.width * NAMES, area.width * (1 - NAMES) - letters * NUMBER];
  for (const [at, one] of units.entries()) {
    const probability = last.values[one];
    const y = top + at * height;
    const own = one === unit;
    const colour = own ? pen.ink : pen.soft;
    const name = scene.classWord(architecture.classes[one] ?? String(one));
    write(pen, name, from - 10, y + height / 2, {
      align: 'right',
      size: letters,
      colour,
      most: area.width * NAMES - 10,
    });
    pen.context.fillStyle = own ? pen.accent : pen.soft;
    const width = Math.max(1, probability * room * eased(partOf(progress, 0, 0.3)));
    pen.context.fillRect(from, y + height * 0.22, width, height * 0.56);
    write(pen, formatPercent(probability), area.x + area.width, y + height / 2, {
      align: 'right',
      size: letters,
      colour,
      font: 'number',
    });
  }
}
