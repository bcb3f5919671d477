import type { Pipeline } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { bill, openPixels } from '@/lib/provenance/bill';
import { type PixelRectangle, receptiveField } from '@/lib/provenance/field';
import { must } from '@/lib/result';
import { offset } from '@/lib/tensor/tensor';
import { type Draw, type Pass, someCells, traced } from './provenance-pass';
import type { Tallies } from './provenance-tally';

/** A byte that differs from this one. */
const other = (value: number) => (value + 101) % 256;

/** On the CPU backend: a change outside a receptive field changes no bit; an open pixel changes the value. */
export async function checkFields(pass: Pass, tallies: Tallies, draw: Draw, count: number): Promise<void> {
  const { pipeline, weights, image, name } = pass;
  const [, , channels] = pipeline.architecture.input;
  const stages = await traced(pass);
  for (const { id, cell } of someCells(pipeline, draw, count)) {
    const where = `${name}, ${id} (${cell})`;
    const at = pipeline.stages.findIndex((stage) => stage.id === id);
    const place = offset(pipeline.stages[at].output, cell);
    const read = (all: readonly StageTrace[]) => (all[at].before ?? all[at].values)[place];
    const inside = within(pipeline, must(receptiveField(pipeline, id, cell)));
    const outside = image.map((value, n) => (inside(Math.floor(n / channels)) ? value : other(value)));
    const same = Object.is(read(await traced(pass, outside)), read(stages));
    tallies.note('pixels outside the field change no bit', same ? 0 : Number.POSITIVE_INFINITY, where);
    const open = openPixels(must(bill(pipeline, { stages }, weights, id, cell)).accounts[0]);
    const opens = [...open.keys()].filter((pixel) => open[pixel] === 1);
    if (opens.length === 0) continue;
    const pixel = opens[draw(opens.length)];
    const moved = image.map((value, n) => (Math.floor(n / channels) === pixel ? other(value) : value));
    const differs = read(await traced(pass, moved)) !== read(stages);
    tallies.note(
      'an open pixel moves the value',
      differs ? 0 : Number.POSITIVE_INFINITY,
      `${where}, pixel ${pixel}`,
    );
  }
}

/** Whether a pixel, counted row by row, lies in a rectangle of the image. */
function within({ architecture }: Pipeline, { row, column, height, width }: PixelRectangle) {
  return (pixel: number) => {
    const down = Math.floor(pixel / architecture.input[1]) - row;
    const right = (pixel % architecture.input[1]) - column;
    return down >= 0 && down < height && right >= 0 && right < width;
  };
}
