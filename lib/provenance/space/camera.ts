/** The camera: a pose as plain data, what it projects where, and the flight from one pose to another. */
import { add, dot, minus, scaled, type Vector3 } from './vector';

/** Where one looks from, as plain data: what it looks at, and from which side and how far. Angles in radians. */
export interface Pose {
  readonly target: Vector3;
  /** Around the vertical: 0 is the front, negative the side of the network's input. */
  readonly azimuth: number;
  readonly elevation: number;
  readonly distance: number;
}

/** The size of the rendered image in pixels. */
export interface Screen {
  readonly width: number;
  readonly height: number;
}

/** The angle that the rendered image's height covers. */
export const FIELD = (32 * Math.PI) / 180;
const FOCAL = 1 / Math.tan(FIELD / 2);
const STEEPEST = 1.45;
const NEAREST = 6;
/** A point nearer to the camera than half of this is not seen. */
const CLOSEST = 1;
const FARTHEST = 60_000;

/** The directions of a pose in space, each of length 1, and where the camera stands. */
export function axesOf({ target, azimuth, elevation, distance }: Pose) {
  const [sa, ca, se, ce] = [Math.sin(azimuth), Math.cos(azimuth), Math.sin(elevation), Math.cos(elevation)];
  const back: Vector3 = [sa * ce, se, ca * ce];
  const right: Vector3 = [ca, 0, -sa];
  const up: Vector3 = [-sa * se, ce, -ca * se];
  return { back, right, up, eye: add(target, scaled(back, distance)) };
}

export interface Projected {
  readonly x: number;
  readonly y: number;
  /** How far in front of the camera, in space. */
  readonly depth: number;
}

/** A function that gives the pixel of a point; null behind the camera. */
export function projection(pose: Pose, { width, height }: Screen): (point: Vector3) => Projected | null {
  const { back, right, up, eye } = axesOf(pose);
  const focal = (FOCAL * height) / 2;
  return (point) => {
    const from = minus(point, eye);
    const depth = -dot(from, back);
    if (depth < CLOSEST / 2) return null;
    return {
      x: width / 2 + (focal * dot(from, right)) / depth,
      y: height / 2 - (focal * dot(from, up)) / depth,
      depth,
    };
  };
}

export interface Ray {
  readonly from: Vector3;
  readonly direction: Vector3;
}

/** The ray from the camera through a pixel. */
export function rayThrough(pose: Pose, { width, height }: Screen, x: number, y: number): Ray {
  const { back, right, up, eye } = axesOf(pose);
  const focal = (FOCAL * height) / 2;
  const across = scaled(right, (x - width / 2) / focal);
  const along = scaled(up, (height / 2 - y) / focal);
  return { from: eye, direction: add(scaled(back, -1), add(across, along)) };
}

/** How many pixels a length in space covers at a distance. */
export const pixelsAt = (length: number, distance: number, { height }: Screen): number =>
  (length * FOCAL * height) / (2 * distance);

/** The same pose, moved back or forward until all points are in view with some room around them. */
export function fitted(pose: Pose, points: readonly Vector3[], { width, height }: Screen, room = 0.9): Pose {
  const { back, right, up } = axesOf(pose);
  const [wide, tall] = [(room * width) / height / FOCAL, room / FOCAL];
  const distances = points.map((point) => {
    const from = minus(point, pose.target);
    return (
      dot(from, back) + Math.max(CLOSEST, Math.abs(dot(from, right)) / wide, Math.abs(dot(from, up)) / tall)
    );
  });
  return within({ ...pose, distance: Math.max(...distances) });
}

const between = (n: number, least: number, most: number) => Math.max(least, Math.min(most, n));

/** A pose that is neither over the top nor too near or too far. */
export const within = (pose: Pose): Pose => ({
  ...pose,
  elevation: between(pose.elevation, -STEEPEST, STEEPEST),
  distance: between(pose.distance, NEAREST, FARTHEST),
});

/** Turned around what it looks at. */
export const turned = (pose: Pose, azimuth: number, elevation: number): Pose =>
  within({ ...pose, azimuth: pose.azimuth + azimuth, elevation: pose.elevation + elevation });

/** Moved sideways by pixels of the rendered image: what lies at the distance of the target stays under the pointer. */
export function panned(pose: Pose, screen: Screen, x: number, y: number): Pose {
  const { right, up } = axesOf(pose);
  const each = 1 / pixelsAt(1, pose.distance, screen);
  return { ...pose, target: add(pose.target, add(scaled(right, -x * each), scaled(up, y * each))) };
}

/** Nearer (below 1) or farther, towards a pixel: what is seen there stays there. */
export function zoomed(
  pose: Pose,
  screen: Screen,
  by: number,
  x = screen.width / 2,
  y = screen.height / 2,
): Pose {
  const nearer = within({ ...pose, distance: pose.distance * by });
  const kept = 1 - nearer.distance / pose.distance;
  const [dx, dy] = [(screen.width / 2 - x) * kept, (screen.height / 2 - y) * kept];
  return { ...nearer, target: panned(pose, screen, dx, dy).target };
}

/** The shorter way around. */
const turn = (from: number, to: number) => Math.atan2(Math.sin(to - from), Math.cos(to - from));
const eased = (t: number) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/** How far a long flight rises in its middle, as a factor of the distance. */
const RISE = 0.35;

/** The pose at a share `t` (0 to 1) of the flight from one pose to another; a long one draws back on its way. */
export function flight(from: Pose, to: Pose, t: number): Pose {
  const share = eased(between(t, 0, 1));
  const distance = Math.hypot(...minus(to.target, from.target));
  const far = Math.max(from.distance, to.distance);
  const rise = 1 + RISE * Math.min(1, distance / far) * Math.sin(Math.PI * share);
  return {
    target: add(from.target, scaled(minus(to.target, from.target), share)),
    azimuth: from.azimuth + turn(from.azimuth, to.azimuth) * share,
    elevation: from.elevation + (to.elevation - from.elevation) * share,
    distance: Math.exp(Math.log(from.distance) * (1 - share) + Math.log(to.distance) * share) * rise,
  };
}
