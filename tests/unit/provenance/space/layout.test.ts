import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { type Pose, projection, rayThrough } from '@/lib/provenance/space/camera';
import {
  type Board,
  cellOn,
  FACING,
  layoutOf,
  middleOf,
  patchOf,
  type SpaceLayout,
  TURN,
  wholeOf,
} from '@/lib/provenance/space/layout';
import { pick } from '@/lib/provenance/space/pick';
import { poseOf } from '@/lib/provenance/space/view';
import { moved } from '@/lib/provenance/space/walk';
import { type Cell, cellAt, isMap, size } from '@/lib/tensor/tensor';
import { anyPipeline } from '../../support/networks';
import { must } from '../../support/result';

const SCREEN = { width: 1280, height: 720 };
const reference = layoutOf(referencePipeline);

/** Some value of a board that is drawn. */
function drawn({ units, height, width, shown }: Board, share: number): Cell {
  const at = (length: number, of: number) => Math.min(length - 1, Math.floor(((share * of) % 1) * length));
  return units === null ? [at(height, 1), at(width, 7), at(shown, 31)] : [at(shown, 1)];
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });

test('every value of the course’s network is drawn, each in a place of its own', () => {
  for (const [n, board] of reference.boards.entries()) {
    const { output } = referencePipeline.stages[n];
    const taken = new Set<number>();
    for (let at = 0; at < size(output); at++) {
      const patch = patchOf(board, cellAt(output, at));
      if (!patch) throw new Error(`${board.stage} ${at} is not drawn`);
      taken.add(patch.y * board.size.width + patch.x);
    }
    expect(taken.size).toBe(size(output));
  }
});

test('the value on a board at the middle of a drawn value is that value', () => {
  fc.assert(
    fc.property(anyPipeline, share, (pipeline, at) => {
      for (const board of layoutOf(pipeline).boards) {
        const cell = drawn(board, at);
        const patch = patchOf(board, cell);
        if (!patch) throw new Error('not drawn');
        expect(cellOn(board, patch.x + 0.5, patch.y + 0.5)).toEqual(cell);
      }
    }),
  );
});

/** The value picked at the pixel where a value is seen. */
function pickedAt(layout: SpaceLayout, board: Board, cell: Cell, pose: Pose) {
  const patch = patchOf(board, cell);
  const seen = patch && projection(pose, SCREEN)(middleOf(board, patch));
  return seen && pick(layout, rayThrough(pose, SCREEN, seen.x, seen.y));
}

test('from the pose that shows a value, the value picked where it is seen is that value', () => {
  fc.assert(
    fc.property(anyPipeline, share, (pipeline, at) => {
      const layout = layoutOf(pipeline);
      for (const board of layout.boards) {
        const cell = drawn(board, at);
        const pose = poseOf({ of: 'value', stage: board.stage, cell }, layout, SCREEN);
        const found = pickedAt(layout, board, cell, pose);
        expect(found?.board.stage).toBe(board.stage);
        expect(found?.cell).toEqual(cell);
      }
    }),
  );
});

test('from any side, what is picked where a value is seen is that value or something in front of it', () => {
  const angle = fc.double({ min: -1.4, max: 1.4, noNaN: true });
  const board = fc.constantFrom(...reference.boards);
  fc.assert(
    fc.property(board, share, angle, angle, (one, at, azimuth, elevation) => {
      // From edge on, a board has no inside.
      fc.pre(Math.abs(Math.cos(azimuth + TURN)) > 0.05);
      const cell = drawn(one, at);
      const pose = { target: [0, 0, 0], azimuth, elevation, distance: 2500 } as const;
      const patch = patchOf(one, cell);
      const seen = patch && projection(pose, SCREEN)(middleOf(one, patch));
      const found = pickedAt(reference, one, cell, pose);
      if (!seen || !found) throw new Error('nothing there');
      if (found.board.stage === one.stage) expect(found.cell).toEqual(cell);
      else expect(found.depth).toBeLessThan(seen.depth);
    }),
    { numRuns: 400 },
  );
});

test('boards stand one behind the other in the order of the stages and never touch', () => {
  fc.assert(
    fc.property(anyPipeline, (pipeline) => {
      const along = layoutOf(pipeline).boards.map(
        ({ corner }) => -(corner[0] * FACING[0] + corner[2] * FACING[2]),
      );
      expect(along).toEqual(along.toSorted((a, b) => a - b));
      expect(new Set(along).size).toBe(along.length);
    }),
  );
});

test('the overview has every board in view, in a wide window and in an upright one', () => {
  for (const screen of [SCREEN, { width: 360, height: 480 }]) {
    const project = projection(poseOf({ of: 'everything' }, reference, screen), screen);
    for (const board of reference.boards) {
      const place = project(middleOf(board, { x: 0, y: 0, ...board.size }));
      expect(place?.x).toBeGreaterThan(0);
      expect(place?.x).toBeLessThan(screen.width);
      expect(place?.y).toBeGreaterThan(0);
      expect(place?.y).toBeLessThan(screen.height);
    }
  }
});

test('a stage of 1,024 maps, and one of 100,000 units, are drawn in part', () => {
  const { stages } = must(
    buildPipeline({
      name: 'wide',
      input: [20, 20, 3],
      classes: ['a', 'b'],
      layers: [
        { id: 'input', kind: 'input' },
        {
          id: 'conv',
          kind: 'conv2d',
          filters: 1024,
          kernel: 3,
          stride: 1,
          padding: 'same',
          activation: 'relu',
        },
        { id: 'flatten', kind: 'flatten' },
        { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
      ],
    }),
  );
  const [, conv, flatten] = layoutOf({ ...referencePipeline, stages }).boards;
  expect(conv).toMatchObject({ shown: 256, all: 1024 });
  expect(flatten).toMatchObject({ shown: 16_384, all: 409_600 });
  expect(patchOf(conv, [0, 0, 256])).toBeNull();
  expect(patchOf(flatten, [16_384])).toBeNull();
});

test('keys reach every neighbour and stop at the edges', () => {
  const board = reference.boards.find(({ stage }) => stage === 'conv1') ?? reference.boards[0];
  expect(moved(board, [0, 0, 0], 'up')).toEqual([0, 0, 0]);
  expect(moved(board, [0, 0, 0], 'right')).toEqual([0, 1, 0]);
  expect(moved(board, [61, 61, 31], 'down')).toEqual([61, 61, 31]);
  expect(moved(board, [5, 5, 31], 'nextMap')).toEqual([5, 5, 31]);
  const output = reference.boards[reference.boards.length - 1];
  expect(moved(output, [3], 'down')).toEqual([4]);
  expect(moved(output, [9], 'down')).toEqual([9]);
  expect(isMap(referencePipeline.stages[0].output)).toBe(true);
});

test.each([3, 40])('a network of %i stages is in view as a whole, and each stage from near', (count) => {
  const pipeline = must(
    buildPipeline({
      name: 'long',
      input: [12, 12, 3],
      classes: ['a', 'b'],
      layers: [
        { id: 'input', kind: 'input' },
        ...Array.from({ length: count - 3 }, (_, at) => ({
          id: `conv${at}`,
          kind: 'conv2d' as const,
          filters: 2,
          kernel: 3,
          stride: 1,
          padding: 'same' as const,
          activation: 'relu' as const,
        })),
        { id: 'flatten', kind: 'flatten' },
        { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
      ],
    }),
  );
  expect(pipeline.stages).toHaveLength(count);
  const layout = layoutOf(pipeline);
  for (const screen of [SCREEN, { width: 360, height: 480 }]) {
    const whole = projection(poseOf({ of: 'everything' }, layout, screen), screen);
    for (const board of layout.boards) {
      const near = projection(poseOf({ of: 'stage', stage: board.stage }, layout, screen), screen);
      for (const project of [whole, near]) {
        const place = project(middleOf(board, wholeOf(board)));
        expect(place?.x).toBeGreaterThan(0);
        expect(place?.x).toBeLessThan(screen.width);
        expect(place?.y).toBeGreaterThan(0);
        expect(place?.y).toBeLessThan(screen.height);
      }
    }
  }
});

test('on a device with little memory fewer values are drawn, of each stage some, and the course’s network in full', () => {
  const cells = ({ boards }: SpaceLayout) => boards.reduce((sum, { size: s }) => sum + s.height * s.width, 0);
  fc.assert(
    fc.property(anyPipeline, fc.constantFrom(1000, 20_000, 1_500_000), (pipeline, room) => {
      const layout = layoutOf(pipeline, room);
      for (const { shown, all } of layout.boards) {
        expect(shown).toBeGreaterThan(0);
        expect(shown).toBeLessThanOrEqual(all);
      }
      expect(cells(layout)).toBeLessThanOrEqual(cells(layoutOf(pipeline)) + 1);
    }),
  );
  const small = layoutOf(referencePipeline, 1_500_000);
  expect(small).toEqual(reference);
  const wide = {
    ...referencePipeline,
    stages: referencePipeline.stages.map((stage) =>
      stage.id === 'conv1' ? { ...stage, output: [200, 200, 1024] as const } : stage,
    ),
  };
  // With the gaps between maps, and a row that isn’t full.
  expect(cells(layoutOf(wide, 1_500_000))).toBeLessThan(500_000);
  expect(cells(layoutOf(wide))).toBeGreaterThan(1_000_000);
});
