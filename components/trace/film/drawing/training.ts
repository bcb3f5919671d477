/** The loss of a run as a curve, and what the network of each epoch predicts. */
import { formatNumber } from '@/lib/format/format';
import { epochAt } from '@/lib/provenance/film/at-time';
import words from '@/words/film';
import type { Area } from './area';
import { LINE, type Pen, write } from './pen';
import type { Drawn, Scene } from './scene';
import { answerIn, drawAnswer } from './vector';

/** Below this width the curve stands above the bars. */
const NARROW = 560;
const GAP = 12;
/** The room for the number of the epoch, above the curve. */
const HEAD = 28;

/** The curve and the bars, each with what is written around it; the curve is the larger one where it stands above. */
function chartAndBars(area: Area): readonly [chart: Area, bars: Area] {
  if (area.width >= NARROW) {
    const width = (area.width - LINE) / 2;
    const own = { ...area, width, height: area.height - LINE };
    return [own, { ...own, x: area.x + width + LINE }];
  }
  const height = Math.round(area.height * 0.62);
  return [
    { ...area, height: height - LINE },
    { ...area, y: area.y + height + GAP, height: area.height - height - GAP },
  ];
}

/** What the drawing shows in a room of this size. */
export function trainingIn(scene: Scene, area: Area): Drawn {
  const [, bars] = chartAndBars(area);
  const { figure, ...counts } = answerIn(scene, bars);
  return { figure: figure === 'answer' ? 'training' : 'trainingInPart', ...counts };
}

/** The loss of the run up to an epoch, and what the network of that epoch predicts. */
export function drawTraining(pen: Pen, scene: Scene, progress: number): void {
  const { epochs, shown } = scene;
  const [left, right] = chartAndBars(pen.area);
  drawAnswer(pen, scene, 1, right);
  if (epochs.length === 0 || !shown.beat.epochs) return;
  const at = epochAt(shown.beat.epochs, progress, epochs.length);
  const area = {
    ...left,
    x: left.x + 34,
    width: left.width - 40,
    y: left.y + HEAD,
    height: left.height - HEAD - 10,
  };
  const finite = epochs.flatMap(({ loss, heldOutLoss }) => [loss, heldOutLoss]).filter(Number.isFinite);
  const most = Math.max(...finite, Number.MIN_VALUE);
  const x = (epoch: number) => area.x + (area.width * epoch) / Math.max(1, epochs.length - 1);
  const y = (loss: number) => area.y + area.height * (1 - loss / most);
  const { context } = pen;
  context.strokeStyle = pen.line;
  context.lineWidth = 1;
  context.strokeRect(area.x, area.y, area.width, area.height);
  for (const loss of [0, most])
    write(pen, formatNumber(loss, 1), area.x - 6, y(loss), { align: 'right', size: 12, font: 'number' });
  const lines = [
    { of: epochs.map(({ loss }) => loss), colour: pen.ink, dash: [] },
    { of: epochs.map(({ heldOutLoss }) => heldOutLoss), colour: pen.soft, dash: [5, 4] },
  ];
  for (const { of, colour, dash } of lines) {
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.setLineDash(dash);
    context.beginPath();
    for (const [epoch, loss] of of.slice(0, at + 1).entries()) context.lineTo(x(epoch), y(loss));
    context.stroke();
  }
  context.setLineDash([]);
  context.fillStyle = pen.accent;
  context.beginPath();
  context.arc(x(at), y(epochs[at].loss), 5, 0, 2 * Math.PI);
  context.fill();
  write(pen, words.epoch({ epoch: epochs[at].epoch }), left.x + 34, left.y + HEAD / 2 - 3, {
    align: 'left',
    size: 16,
    colour: pen.ink,
  });
  write(
    pen,
    `— ${words.trainingLoss()}   ┄ ${words.heldOutLoss()}`,
    area.x + area.width,
    left.y + left.height + 8,
    {
      align: 'right',
      size: 12,
      most: left.width,
    },
  );
}
