'use client';

import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { type Place, placeAt, walk } from '@/components/canvas/walk';
import type { MapShape } from '@/lib/tensor/tensor';
import type { ImageEdit, Spot } from '@/lib/what-if/image-edits';
import words from '@/words/paint';
import styles from './WhatIf.module.css';

export type Tool = 'brush' | 'eraser' | 'cover';

interface Props {
  readonly tool: Tool;
  readonly size: number;
  /** In the format of a colour field: "#rrggbb". */
  readonly colour: string;
  /** The image with all edits so far; null while it is loading. */
  readonly pixels: Uint8Array | null;
  readonly shape: MapShape;
  /** Adds an edit; with `grow` it replaces the last one, for a continued stroke. */
  onEdit(edit: ImageEdit, grow: boolean): void;
}

const bytesOf = (colour: string): readonly [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** The edited image, to paint on with a pointer or by keyboard. */
export function PaintBoard({ tool, size, colour, pixels, shape, onEdit }: Props) {
  const [height, width] = shape;
  const image = useMemo(() => pixels && rgbImage(pixels, height, width, 255), [pixels, height, width]);
  const [cursor, setCursor] = useState<Place>({ row: height >> 1, column: width >> 1 });
  /** The cell that the keyboard moved to: a pointer's movement is not read out. */
  const [announced, setAnnounced] = useState(cursor);
  /**
   * The current stroke: the finger, pen or mouse that draws it, and its spots so far. Null between strokes.
   */
  const stroke = useRef<{ readonly pointer: number; readonly spots: readonly Spot[] } | null>(null);

  const mark = (spots: readonly Spot[], grow: boolean) => {
    const last = spots[spots.length - 1];
    if (tool === 'cover') {
      const corner = size >> 1;
      onEdit({ kind: 'cover', size, row: last.row - corner, column: last.column - corner }, grow);
    } else onEdit({ kind: 'paint', size, colour: tool === 'brush' ? bytesOf(colour) : null, spots }, grow);
  };
  const go = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    // A browser coalesces the pointer's movements between two frames.
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const points = passed.length > 0 ? passed : [event.nativeEvent];
    const spots = points.map(({ clientX, clientY }) => placeAt(box, clientX, clientY, height, width));
    const before = stroke.current?.spots ?? [];
    const all = [...before, ...joined(before.at(-1) ?? null, spots)];
    stroke.current = { pointer: event.pointerId, spots: all };
    setCursor(spots[spots.length - 1]);
    mark(all, before.length > 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = walk(event.key, event.ctrlKey || event.metaKey, cursor, height, width);
    if (to) {
      setCursor(to);
      setAnnounced(to);
    } else if (event.key === ' ' || event.key === 'Enter') mark([cursor], false);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={`stacked ${styles.board}`}
      role="application"
      aria-roledescription={words.role()}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keyboard input
      tabIndex={0}
      aria-label={words.board()}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        stroke.current = null;
        // A second finger ends the stroke of the first: the two of them zoom.
        if (event.button !== 0 || !event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        // A finger may be the first of two: it draws when it moves or is lifted.
        if (event.pointerType === 'touch') stroke.current = { pointer: event.pointerId, spots: [] };
        else go(event);
      }}
      onPointerMove={(event) => stroke.current?.pointer === event.pointerId && go(event)}
      onPointerUp={(event) => {
        if (stroke.current?.pointer === event.pointerId && stroke.current.spots.length === 0) go(event);
        stroke.current = null;
      }}
      onPointerCancel={() => {
        stroke.current = null;
      }}
    >
      <PixelCanvas image={image} height={height} width={width} className={styles.pixels} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <rect x={cursor.column - (size >> 1)} y={cursor.row - (size >> 1)} width={size} height={size} />
      </svg>
      <p className="visually-hidden" aria-live="polite">
        {words.at({ row: announced.row, column: announced.column })}
      </p>
    </div>
  );
}

/** The spots with the gaps between them filled in, so that a fast stroke is continuous. */
function joined(from: Spot | null, spots: readonly Spot[]): readonly Spot[] {
  let before = from;
  return spots.flatMap((spot) => {
    const start = before ?? spot;
    before = spot;
    const steps = Math.max(1, Math.abs(spot.row - start.row), Math.abs(spot.column - start.column));
    return Array.from({ length: steps }, (_, n) => ({
      row: Math.round(start.row + ((spot.row - start.row) * (n + 1)) / steps),
      column: Math.round(start.column + ((spot.column - start.column) * (n + 1)) / steps),
    }));
  });
}
