'use client';

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type EdgeScroll, edgeScroll } from './edge-scroll';

/**
 * Dragging rows of a list by their handles, with a mouse, a pen or a finger. At the window's edges it scrolls; Escape
 * cancels.
 */
export interface Drag {
  /** The index of the dragged row; null while none is. */
  readonly from: number | null;
  /** On which side of a row the dragged one would land. */
  dropAt(at: number): 'before' | 'after' | undefined;
  /** The listeners of a row's handle. */
  handle(at: number): {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(event: PointerEvent): void;
    onPointerCancel(): void;
  };
}

/** A press that moves less than this is none: the handle is a button too. */
const LEAST_PX = 4;

/** The index of the row at this height of the window; the first row can't be replaced. */
function rowAt(list: HTMLElement | null, y: number): number {
  const rows = [...(list?.children ?? [])];
  const found = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
  return Math.max(1, found < 0 ? rows.length - 1 : found);
}

export function useDrag(list: RefObject<HTMLElement | null>, move: (at: number, to: number) => void): Drag {
  const [state, setState] = useState<{
    readonly from: number;
    readonly y: number;
    readonly to: number | null;
  } | null>(null);
  const from = state !== null && state.to !== null ? state.from : null;
  const to = state?.to ?? null;
  const toRowAt = (y: number) => setState((now) => now && { ...now, to: rowAt(list.current, y) });
  const scroll = useRef<EdgeScroll | null>(null);
  const isDragging = from !== null;
  useEffect(() => {
    if (!isDragging) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setState(null);
    };
    document.addEventListener('keydown', cancel);
    return () => {
      scroll.current?.stop();
      document.removeEventListener('keydown', cancel);
    };
  }, [isDragging]);
  const finish = () => {
    scroll.current?.stop();
    setState(null);
  };
  return {
    from,
    dropAt(at) {
      if (from === null || to !== at || to === from) return undefined;
      return to < from ? 'before' : 'after';
    },
    handle: (at) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setState({ from: at, y: event.clientY, to: null });
      },
      onPointerMove(event) {
        if (state?.from !== at) return;
        if (state.to === null && Math.abs(event.clientY - state.y) < LEAST_PX) return;
        toRowAt(event.clientY);
        scroll.current ??= edgeScroll(toRowAt);
        scroll.current.follow(event.clientY);
      },
      onPointerUp() {
        if (state && state.from === at && state.to !== null && state.to !== at) move(at, state.to);
        finish();
      },
      onPointerCancel: finish,
    }),
  };
}
