import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import {
  fitted,
  flight,
  type Pose,
  panned,
  projection,
  rayThrough,
  turned,
  zoomed,
} from '@/lib/provenance/space/camera';
import { layoutOf } from '@/lib/provenance/space/layout';
import { linksOf } from '@/lib/provenance/space/links';
import { add, scaled, type Vector3 } from '@/lib/provenance/space/vector';
import { poseOf } from '@/lib/provenance/space/view';

const SCREEN = { width: 1280, height: 720 };
const number = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const point: fc.Arbitrary<Vector3> = fc.tuple(number(-500, 500), number(-500, 500), number(-500, 500));
const pose: fc.Arbitrary<Pose> = fc.record({
  target: point,
  azimuth: number(-3, 3),
  elevation: number(-1.3, 1.3),
  distance: number(50, 5000),
});

test('a ray through a pixel leads to the points that are seen there', () => {
  fc.assert(
    fc.property(pose, number(0, 1280), number(0, 720), number(1, 900), (from, x, y, depth) => {
      const ray = rayThrough(from, SCREEN, x, y);
      const seen = projection(from, SCREEN)(add(ray.from, scaled(ray.direction, depth)));
      expect(seen?.x).toBeCloseTo(x, 3);
      expect(seen?.y).toBeCloseTo(y, 3);
      expect(seen?.depth).toBeCloseTo(depth, 3);
    }),
  );
});

test('a flight begins and ends where it should, and is a value of time alone', () => {
  fc.assert(
    fc.property(pose, pose, number(0, 1), (from, to, share) => {
      const [start, end] = [flight(from, to, 0), flight(from, to, 1)];
      for (const [a, b] of [
        [start, from],
        [end, to],
      ]) {
        expect(a.distance / b.distance).toBeCloseTo(1, 6);
        for (const axis of [0, 1, 2] as const) expect(a.target[axis]).toBeCloseTo(b.target[axis], 6);
        expect(Math.cos(a.azimuth - b.azimuth)).toBeCloseTo(1, 6);
      }
      expect(flight(from, to, share)).toEqual(flight(from, to, share));
    }),
  );
});

test('what is dragged or zoomed at stays under the pointer', () => {
  fc.assert(
    fc.property(pose, number(0, 1280), number(0, 720), number(0.5, 2), (from, x, y, by) => {
      fc.pre(from.distance * by > 6);
      // A point at the distance of what is looked at.
      const ray = rayThrough(from, SCREEN, x, y);
      const there = add(ray.from, scaled(ray.direction, from.distance));
      const zoom = projection(zoomed(from, SCREEN, by, x, y), SCREEN)(there);
      expect(zoom?.x).toBeCloseTo(x, 2);
      expect(zoom?.y).toBeCloseTo(y, 2);
      const pan = projection(panned(from, SCREEN, 30, -20), SCREEN)(there);
      expect(pan?.x).toBeCloseTo(x + 30, 2);
      expect(pan?.y).toBeCloseTo(y - 20, 2);
    }),
  );
});

test('a fitted pose has all points in view', () => {
  fc.assert(
    fc.property(pose, fc.array(point, { minLength: 1, maxLength: 8 }), (from, points) => {
      const project = projection(fitted(from, points, SCREEN), SCREEN);
      for (const one of points) {
        const seen = project(one);
        expect(seen?.x).toBeGreaterThanOrEqual(0);
        expect(seen?.x).toBeLessThanOrEqual(SCREEN.width);
        expect(seen?.y).toBeGreaterThanOrEqual(0);
        expect(seen?.y).toBeLessThanOrEqual(SCREEN.height);
      }
    }),
  );
});

test('one cannot turn over the top', () => {
  const from = poseOf({ of: 'everything' }, layoutOf(referencePipeline), SCREEN);
  expect(turned(from, 0, 9).elevation).toBeLessThan(Math.PI / 2);
});

test('a pose and what it shows survive being written down', () => {
  const to = poseOf({ of: 'value', stage: 'conv2', cell: [1, 2, 3] }, layoutOf(referencePipeline), SCREEN);
  expect(JSON.parse(JSON.stringify(to))).toEqual(to);
});

test('the outline on the image is the receptive field', () => {
  const layout = layoutOf(referencePipeline);
  const links = linksOf(layout, referencePipeline, 'pool1', [2, 3, 0], null);
  // Two by two cells of a 3 x 3 convolution: four pixels wide, from row 4 and column 6 on.
  const [outline] = links?.field ?? [];
  expect(outline[1][1]).toBeCloseTo(outline[0][1], 9);
  expect(outline[0][1] - outline[3][1]).toBeCloseTo(4, 9);
  expect(Math.hypot(outline[1][0] - outline[0][0], outline[1][2] - outline[0][2])).toBeCloseTo(4, 9);
});
