import { type Pose, projection, rayThrough, type Screen } from '@/lib/provenance/space/camera';
import { pointOn, type SpaceLayout } from '@/lib/provenance/space/layout';
import { pick } from '@/lib/provenance/space/pick';

/** The room that a label takes, in pixels, where it has not been measured. */
const HEIGHT = 36;
/** Between a label and the edge of the view. */
const EDGE = 4;

/**
 * Places the boards' labels above them. Of labels that would overlap only the first is shown, and none of a board
 * that stands behind another one there.
 */
export function placeLabels(
  labels: readonly (HTMLElement | null)[],
  widths: readonly number[],
  layout: SpaceLayout,
  pose: Pose,
  screen: Screen,
): void {
  const project = projection(pose, screen);
  const taken: { x: number; y: number; half: number }[] = [];
  for (const [n, board] of layout.boards.entries()) {
    const label = labels[n];
    if (!label) continue;
    const at = project(pointOn(board, board.size.width / 2, 0));
    const half = widths[n] / 2 + 4;
    // Where there is no room above a board, its label stands on it.
    const top = Math.max(at?.y ?? 0, HEIGHT + EDGE);
    const free =
      at !== null &&
      at.x > half &&
      at.x < screen.width - half &&
      at.y > 0 &&
      at.y < screen.height &&
      !taken.some(({ x, y, half: other }) => Math.abs(x - at.x) < half + other && Math.abs(y - top) < HEIGHT);
    const before = free ? pick(layout, rayThrough(pose, screen, at.x, top - HEIGHT / 2)) : null;
    const hidden = free && before !== null && before.board !== board && before.depth < at.depth;
    label.style.visibility = free && !hidden ? 'visible' : 'hidden';
    if (!free || hidden) continue;
    taken.push({ x: at.x, y: top, half });
    label.style.transform = `translate(${at.x.toFixed(1)}px, ${top.toFixed(1)}px) translate(-50%, -115%)`;
  }
}
