import { expect, test } from 'vitest';
import { drawLinks } from '@/components/trace/space/scene/trace-lines';
import { layoutOf } from '@/lib/provenance/space/layout';
import { linksOf } from '@/lib/provenance/space/links';
import { poseOf } from '@/lib/provenance/space/view';
import { pipeline } from '../../support/small-network';

const SCREEN = { width: 600, height: 400 };
const [ACCENT, PAPER] = ['rgb(255, 138, 92)', 'rgb(23, 21, 17)'];

/** How many pixels have exactly this colour. */
function count({ data }: ImageData, colour: string): number {
  const [red, green, blue] = (colour.match(/\d+/g) ?? []).map(Number);
  let found = 0;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue && data[at + 3] === 255) found++;
  return found;
}

test('the outline of a value has an edge of the paper’s colour, so that it stands out from any value', () => {
  const layout = layoutOf(pipeline);
  const step = { stage: 'conv1', cell: [2, 3, 1] as const };
  const links = linksOf(layout, pipeline, step.stage, step.cell, null);
  if (!links) throw new Error('the value is not drawn');
  const canvas = document.createElement('canvas');
  Object.assign(canvas.style, { color: ACCENT, caretColor: PAPER });
  document.body.append(canvas);
  drawLinks(canvas, poseOf({ of: 'value', ...step }, layout, SCREEN), SCREEN, [links], 1);
  const image = canvas.getContext('2d')?.getImageData(0, 0, SCREEN.width, SCREEN.height);
  canvas.remove();
  if (!image) throw new Error('nothing was drawn');
  expect(count(image, ACCENT)).toBeGreaterThan(20);
  expect(count(image, PAPER)).toBeGreaterThan(20);
});
