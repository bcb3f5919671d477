'use client';

import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { rgbImage } from '@/components/canvas/paint';
import { useClassWord, usePipeline } from '@/components/state/hooks';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import type { Plane } from '@/lib/metrics/survey/pca';
import words from '@/words/see-survey';
import styles from './See.module.css';

interface Props {
  readonly plane: Plane;
  readonly set: LabelledImages;
  readonly open: number;
  onOpen(image: number): void;
}

/** Side of the map, and of an image on it, in pixels of its canvas. */
const SIDE = 960;
const THUMB = 36;
const MARGIN = THUMB;

/**
 * All images of a set at their positions on the plane; the arrow keys go to the nearest one in their
 * direction.
 */
export function ImageMap({ plane: { points }, set, open, onOpen }: Props) {
  const classWord = useClassWord();
  const { classes } = usePipeline().architecture;
  const canvas = useRef<HTMLCanvasElement>(null);
  const places = useMemo(() => placesOf(points), [points]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (context) paint(context, set, places);
  }, [set, places]);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    event.preventDefault();
    const to = towards(places, open, direction);
    if (to !== null) onOpen(to);
  };
  const onClick = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * SIDE;
    const y = ((clientY - box.top) / box.height) * SIDE;
    const away = ([px, py]: Spot) => (px - x) ** 2 + (py - y) ** 2;
    onOpen(places.reduce((best, spot, at) => (away(spot) < away(places[best]) ? at : best), 0));
  };
  const [x, y] = places[open];
  return (
    <div
      className={`stacked ${styles.map}`}
      role="application"
      aria-roledescription={words.mapRole()}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keyboard input
      tabIndex={0}
      aria-label={words.map({
        count: set.count,
        image: open,
        name: classWord(classes[set.labels[open]]),
      })}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <canvas ref={canvas} height={SIDE} width={SIDE} />
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
        <rect x={x - THUMB / 2} y={y - THUMB / 2} width={THUMB} height={THUMB} />
      </svg>
    </div>
  );
}

type Spot = readonly [x: number, y: number];

function placesOf(points: Float64Array): readonly Spot[] {
  const axis = (from: 0 | 1) => {
    const [low = 0, high = 1] = extent(points.filter((_, at) => at % 2 === from));
    return scaleLinear([low, high], [MARGIN, SIDE - MARGIN]);
  };
  const [across, down] = [axis(0), axis(1)];
  return Array.from(
    { length: points.length / 2 },
    (_, at): Spot => [across(points[at * 2]), down(points[at * 2 + 1])],
  );
}

function paint(context: CanvasRenderingContext2D, set: LabelledImages, places: readonly Spot[]): void {
  context.clearRect(0, 0, SIDE, SIDE);
  const small = document.createElement('canvas');
  const [height, width] = set.shape;
  small.width = width;
  small.height = height;
  const inner = small.getContext('2d', { willReadFrequently: true });
  for (const [image, [x, y]] of places.entries()) {
    inner?.putImageData(rgbImage(imageOf(set, image), height, width, 255), 0, 0);
    context.drawImage(small, x - THUMB / 2, y - THUMB / 2, THUMB, THUMB);
  }
}

const DIRECTIONS: Record<string, Spot> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest image that lies more in this direction than sideways; null where there is none. */
function towards(places: readonly Spot[], from: number, [right, down]: Spot): number | null {
  const [x, y] = places[from];
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, [px, py]] of places.entries()) {
    const along = (px - x) * right + (py - y) * down;
    const beside = Math.abs((px - x) * down) + Math.abs((py - y) * right);
    if (along <= 0 || beside > along || along + 2 * beside >= least) continue;
    best = at;
    least = along + 2 * beside;
  }
  return best;
}
