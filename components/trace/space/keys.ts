import type { KeyboardEvent } from 'react';
import { panned, turned, zoomed } from '@/lib/provenance/space/camera';
import type { Move } from '@/lib/provenance/space/walk';
import type { Director } from './scene/director';

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageDown: 'nextMap',
  PageUp: 'previousMap',
};

/** What a key asks for beyond the camera. */
export type Asked =
  | { readonly to: 'value'; readonly move: Move }
  | { readonly to: 'stage'; readonly by: 1 | -1 }
  | { readonly to: 'explain' | 'overview' | 'followed' };

/** What a key asks for; null for keys of the camera and others. */
export function askedBy({ key, shiftKey }: KeyboardEvent): Asked | null {
  if (!shiftKey && MOVES[key]) return { to: 'value', move: MOVES[key] };
  if (key === '.' || key === ',') return { to: 'stage', by: key === '.' ? 1 : -1 };
  if (key === 'Enter' || key === ' ') return { to: 'explain' };
  if (key === '0') return { to: 'overview' };
  return key.toLowerCase() === 'f' ? { to: 'followed' } : null;
}

const TURN = 0.12;
const NEARER = 0.8;
const WAY = 60;

const TURNS: Readonly<Record<string, readonly [azimuth: number, elevation: number]>> = {
  ArrowLeft: [-TURN, 0],
  ArrowRight: [TURN, 0],
  ArrowUp: [0, TURN],
  ArrowDown: [0, -TURN],
};
const PANS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  a: [WAY, 0],
  d: [-WAY, 0],
  w: [0, WAY],
  s: [0, -WAY],
};
const ZOOMS: Readonly<Record<string, number>> = { '+': NEARER, '=': NEARER, '-': 1 / NEARER };

/** Moves the camera by a key; whether the key is one of the camera's. */
export function moveCamera(director: Director, { key, shiftKey }: KeyboardEvent, ms: number): boolean {
  const view = director.view();
  if (!view) return false;
  const { pose, screen } = view;
  const turn = shiftKey ? TURNS[key] : undefined;
  const pan = PANS[key.toLowerCase()];
  const zoom = ZOOMS[key];
  if (turn) director.go(turned(pose, ...turn), ms);
  else if (pan) director.go(panned(pose, screen, ...pan), ms);
  else if (zoom) director.go(zoomed(pose, screen, zoom), ms);
  else return false;
  return true;
}
