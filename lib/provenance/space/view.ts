/** What is looked at in space, as plain data, and the poses that show it. */
import type { Cell } from '@/lib/tensor/tensor';
import { axesOf, fitted, type Pose, panned, projection, type Screen } from './camera';
import {
  type Board,
  cornersOf,
  middleOf,
  type Patch,
  patchOf,
  type SpaceLayout,
  TURN,
  tileOf,
  wholeOf,
} from './layout';
import { pick } from './pick';
import { minus, type Vector3 } from './vector';

/** What a flight leads to. Plain data, so that a script or an address can hold it. */
export type Sight =
  | { readonly of: 'everything' }
  | { readonly of: 'stage'; readonly stage: string }
  | { readonly of: 'map'; readonly stage: string; readonly channel: number }
  | { readonly of: 'value'; readonly stage: string; readonly cell: Cell };

/** What is seen in space: from where, and which value is followed. */
export interface SpaceView {
  readonly pose: Pose;
  readonly followed: { readonly stage: string; readonly cell: Cell } | null;
}

/** How many cells around a value are in view with it. */
const AROUND = 9;

/** The pose that shows something whole; of something that is not drawn, what it belongs to. */
export function poseOf(sight: Sight, layout: SpaceLayout, screen: Screen): Pose {
  const board =
    sight.of === 'everything' ? undefined : layout.boards.find(({ stage }) => stage === sight.stage);
  if (!board || sight.of === 'everything') return overview(layout, screen);
  if (sight.of === 'map' && board.units === null && sight.channel < board.shown)
    return onto(layout, board, tileOf(board, board.lead + sight.channel), screen);
  const patch = sight.of === 'value' ? patchOf(board, sight.cell) : null;
  return onto(layout, board, patch ? around(patch) : wholeOf(board), screen);
}

const around = ({ x, y, width, height }: Patch): Patch => ({
  x: x - AROUND,
  y: y - AROUND,
  width: width + 2 * AROUND,
  height: height + 2 * AROUND,
});

/** How far a board may be seen from its side, from nearly not at all to along the depth of space, where it is free. */
const SIDES = [0.12, 0.25, 0.4, 0.55, TURN];

/** From the front, but slightly from above and so far from the side that no other board stands before it. */
function onto(layout: SpaceLayout, board: Board, patch: Patch, screen: Screen): Pose {
  const corners = cornersOf(board, patch);
  const target = middleOf(board, patch);
  const poses = SIDES.map((side) =>
    fitted({ target, azimuth: -TURN + side, elevation: 0.07, distance: 1 }, corners, screen, 0.86),
  );
  return poses.find((pose) => isFree(layout, board, [target, ...corners], pose)) ?? poses[poses.length - 1];
}

/** Whether no other board stands between the camera and points of a board. */
function isFree(layout: SpaceLayout, board: Board, points: readonly Vector3[], pose: Pose): boolean {
  const { eye } = axesOf(pose);
  return points.every((point) => {
    const found = pick(layout, { from: eye, direction: minus(point, eye) });
    return !found || found.board === board || found.depth > 0.999;
  });
}

/** Everything; in an upright window more along the row, which is then shorter in view. */
function overview({ boards }: SpaceLayout, screen: Screen): Pose {
  const corners: readonly Vector3[] = boards.flatMap((board) => cornersOf(board, wholeOf(board)));
  const upright = screen.width < screen.height * 1.15;
  const pose: Pose = {
    target: [0, 0, 0],
    azimuth: upright ? -0.9 : -0.2,
    elevation: upright ? 0.68 : 0.3,
    distance: 1,
  };
  return fitted(centred(pose, corners, screen), corners, screen, 0.92);
}

/** The same pose, aimed at the middle of what the points cover in view. */
function centred(pose: Pose, points: readonly Vector3[], screen: Screen): Pose {
  const far = fitted(pose, points, screen);
  const places = points.flatMap((point) => projection(far, screen)(point) ?? []);
  const middle = (along: readonly number[]) => (Math.min(...along) + Math.max(...along)) / 2;
  const [x, y] = [middle(places.map((place) => place.x)), middle(places.map((place) => place.y))];
  return panned(far, screen, screen.width / 2 - x, screen.height / 2 - y);
}
