/** Each number of the film can be opened: in its sentences, and in its drawing. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import type { Grid } from '@/components/trace/film/drawing/grids';
import { drawMoment } from '@/components/trace/film/drawing/moment';
import { sceneOf } from '@/components/trace/film/drawing/scene';
import { FigureValues } from '@/components/trace/film/FigureValues';
import { Sentences } from '@/components/trace/film/Sentences';
import { COURSE } from '@/lib/course/subject';
import { explain } from '@/lib/provenance/explain';
import { filmOf } from '@/lib/provenance/film/at-time';
import { resolve } from '@/lib/provenance/film/resolve';
import { type Beat, FIGURES } from '@/lib/provenance/film/script';
import { learner } from '@/lib/store/learner/learner';
import { turnTo } from '@/lib/store/subject/subject';
import { showPresent } from '@/lib/store/trace/trace';
import { epochsWith } from '../../../unit/provenance/film/support';
import { pipeline, trace } from '../../support/small-network';
import { look, subject } from './support';
import '@/app/tokens.css';
import '@/app/globals.css';

beforeEach(() => {
  turnTo({ ...COURSE, id: 'small', architecture: pipeline.architecture });
  showPresent(trace);
});
afterEach(async () => {
  await cleanup();
  learner.getState().restore({ path: null });
  showPresent(null);
  turnTo(COURSE);
});

const beat = (about: Partial<Beat>): Beat => ({
  figure: 'image',
  at: 'image',
  value: null,
  epochs: null,
  activation: null,
  sentences: ['One.'],
  seconds: 10,
  ...about,
});

const run = epochsWith([
  [2, 2],
  [1, 1.5],
]);
const told = (about: Partial<Beat>) => resolve(beat(about), { ...subject, epochs: run });

const panel = () => document.querySelector(':popover-open');

test('a count shows how it came about, and lets go of it when the sentence changes', async () => {
  let asked = 0;
  const shown = (sentences: string[]) => (
    <Sentences
      sentences={told({ at: 'conv2d 1', sentences }).sentences}
      onOpen={() => undefined}
      onAsk={() => {
        asked += 1;
      }}
    />
  );
  const view = await render(shown(['It has {parameters} parameters.']));
  const number = view.getByRole('button');
  const text = () => document.body.textContent?.trim();
  const sentence = text();
  (number.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(panel()?.textContent).toMatch(/^3 × 3 × 3 × \d+ \+ \d+ = \d+/);
  expect(asked).toBe(1);
  await userEvent.keyboard('{Escape}');
  expect(panel()).toBeNull();
  // Closed it is no part of the sentence, which may be read out.
  expect(text()).toBe(sentence);
  await number.click();
  expect(panel()).not.toBeNull();
  await view.rerender(shown(['It has {channels} maps.']));
  await expect.poll(panel).toBeNull();
});

test('a number of the run names its log, and leads to its epoch', async () => {
  const { sentences } = told({ at: 'answer', epochs: [0, 1], sentences: ['The loss is {loss}.'] });
  const view = await render(<Sentences sentences={sentences} onOpen={() => undefined} />);
  await view.getByRole('button', { name: '1', exact: true }).click();
  expect(panel()?.textContent).toContain('recorded in the log of the run');
  await expect.element(page.getByRole('link')).toHaveAttribute('href', expect.stringContaining('epoch=1'));
});

/** The values that a beat's drawing shows at its end, in a room of this size. */
function gridsOf(about: Partial<Beat>, [width, height]: readonly [number, number] = [640, 420]): Grid[] {
  const own = beat(about);
  const film = filmOf([{ title: 'One', beats: [own] }]);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws nothing');
  const grids: Grid[] = [];
  const all = { ...subject, epochs: run };
  drawMoment(
    { context, width, height, ratio: 1, look, grids },
    { film, scene: sceneOf(all, resolve(own, all)), flights: null, still: false },
    10,
  );
  return grids;
}

const AT: Readonly<Record<string, Partial<Beat>>> = {
  image: { value: 'source' },
  pixels: { value: 'source' },
  colours: { value: 'source' },
  shares: { value: 'heaviest' },
  pool: { at: 'maxPool 1', value: 'strongest' },
  unroll: { at: 'unrolled' },
  units: { at: 'dense 1', value: 'strongest' },
  answer: { at: 'answer', value: 'top' },
  training: { at: 'answer', value: 'top', epochs: [0, 1] },
};

test.each(FIGURES)('every value that “%s” draws has its arithmetic', (figure) => {
  for (const room of [
    [640, 420],
    [340, 220],
  ] as const) {
    const grids = gridsOf({ figure, ...(AT[figure] ?? { at: 'conv2d 1', value: 'strongest' }) }, room);
    expect(grids.length).toBeGreaterThan(0);
    for (const { rows, columns, stepAt, area } of grids) {
      for (const edge of [area.x, area.y, area.width, area.height]) expect(edge).toBeGreaterThanOrEqual(0);
      for (const [row, column] of [
        [0, 0],
        [rows - 1, columns - 1],
      ]) {
        const step = stepAt(row, column);
        if (step) expect(explain(pipeline, trace, trace.weights, step.stage, step.cell).ok).toBe(true);
      }
    }
  }
});

test('a click opens the value under it, and keys open its neighbour', async () => {
  const grids = { current: gridsOf({ figure: 'map', at: 'conv2d 1', value: 'strongest' }) };
  const shown = told({ figure: 'map', at: 'conv2d 1', value: 'strongest' });
  let asked = 0;
  await render(
    <div style={{ position: 'relative', width: 640, height: 420 }}>
      <FigureValues
        {...{ grids, shown }}
        onAsk={() => {
          asked += 1;
        }}
      />
    </div>,
  );
  const drawing = page.getByRole('application');
  const [{ area, rows, columns }] = grids.current;
  const at = (row: number, column: number) => ({
    x: area.x + ((column + 0.5) / columns) * area.width,
    y: area.y + ((row + 0.5) / rows) * area.height,
  });
  await drawing.click({ position: at(1, 2) });
  const { cell: [, , channel] = [] } = shown.step ?? {};
  expect(learner.getState().path).toEqual([{ stage: 'conv1', cell: [1, 2, channel] }]);
  learner.getState().restore({ path: null });
  await drawing.click({ position: { x: 1, y: 1 } });
  expect(learner.getState().path).toBeNull();
  await drawing.click({ position: at(1, 2) });
  learner.getState().restore({ path: null });
  // The keys are still the film's.
  expect(document.activeElement).toBe(document.body);
  (drawing.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(asked).toBe(1);
  expect(document.querySelector('[aria-live]')?.textContent).toMatch(/^conv1, row 1, column 3, map \d+: /);
  await userEvent.keyboard('{Enter}');
  expect(learner.getState().path).toEqual([{ stage: 'conv1', cell: [1, 3, channel] }]);
});
