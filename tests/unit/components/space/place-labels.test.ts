import { expect, test } from 'vitest';
import { placeLabels } from '@/components/trace/space/scene/place-labels';
import { referencePipeline } from '@/lib/course/reference';
import { projection } from '@/lib/provenance/space/camera';
import { layoutOf, pointOn } from '@/lib/provenance/space/layout';
import { poseOf, type Sight } from '@/lib/provenance/space/view';

const SCREEN = { width: 1280, height: 720 };
const layout = layoutOf(referencePipeline);

/** Which labels are shown in a view, and how far below its upper edge they end. */
function placed(sight: Sight) {
  const labels = layout.boards.map(() => ({ style: { visibility: '', transform: '' } }));
  placeLabels(
    labels as unknown as HTMLElement[],
    layout.boards.map(() => 60),
    layout,
    poseOf(sight, layout, SCREEN),
    SCREEN,
  );
  return new Map(
    layout.boards.flatMap(({ stage }, at) => {
      const { visibility, transform } = labels[at].style;
      const y = Number(/translate\([^,]+, ([\d.-]+)px\)/.exec(transform)?.[1]);
      return visibility === 'visible' ? [[stage, y] as const] : [];
    }),
  );
}

test('the largest board, which reaches to the upper edge of the view, has its label too', () => {
  const all = placed({ of: 'everything' });
  expect([...all.keys()]).toEqual(expect.arrayContaining(['input', 'conv1', 'dense', 'output']));
  for (const y of all.values()) expect(y).toBeGreaterThanOrEqual(36);
});

test('a board that is flown to has its label, at its upper edge or on it', () => {
  for (const board of layout.boards) {
    const sight: Sight = { of: 'stage', stage: board.stage };
    const at = projection(poseOf(sight, layout, SCREEN), SCREEN)(pointOn(board, board.size.width / 2, 0));
    expect(placed(sight).get(board.stage)).toBeCloseTo(Math.max(at?.y ?? 0, 40), 0);
  }
});
