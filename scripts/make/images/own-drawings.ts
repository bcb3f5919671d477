/**
 * Drawn for this project, under its own licence: the emoji sets of the test images have only three frogs between them, all
 * faces from the front, and four deer.
 */
import type { Glyph } from './glyphs';

const drawing = (body: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${body}</svg>`;

/** From the front: a wide head with its eyes on top, a pale throat. */
const FACE = drawing(`
  <path fill="#3f8f3a" d="M4 38c0-10 7-17 15-19a9 9 0 0 1 15-4h-4a9 9 0 0 1 15 4c8 2 15 9 15 19 0 12-12 19-28 19S4 50 4 38z"/>
  <path fill="#cfe6a2" d="M9 43c7 5 15 7 23 7s16-2 23-7c-1 9-11 13-23 13S10 52 9 43z"/>
  <circle cx="18" cy="16" r="8" fill="#56a94d"/><circle cx="46" cy="16" r="8" fill="#56a94d"/>
  <circle cx="18" cy="16" r="5.4" fill="#f5e58a"/><circle cx="46" cy="16" r="5.4" fill="#f5e58a"/>
  <ellipse cx="18" cy="16.5" rx="4" ry="2" fill="#1d2a1a"/><ellipse cx="46" cy="16.5" rx="4" ry="2" fill="#1d2a1a"/>
  <path fill="none" stroke="#22521f" stroke-width="2" stroke-linecap="round" d="M8 39c8 6 16 8 24 8s16-2 24-8"/>
  <circle cx="28" cy="32" r="1.3" fill="#22521f"/><circle cx="36" cy="32" r="1.3" fill="#22521f"/>`);

/** Sitting, from the front: head, belly and all four legs. */
const SITTING = drawing(`
  <path fill="#4c7f2c" d="M6 44c-3 5-3 12 2 15h14l2-16zM58 44c3 5 3 12-2 15H42l-2-16z"/>
  <path fill="#6da53a" d="M16 30c-6 8-6 22 2 28h28c8-6 8-20 2-28z"/>
  <path fill="#e3edb5" d="M23 36c-4 7-3 17 2 21h14c5-4 6-14 2-21z"/>
  <path fill="#4c7f2c" d="M19 40c-2 8-2 13 0 17l-5 3h12l-2-19zM45 40c2 8 2 13 0 17l5 3H38l2-19z"/>
  <circle cx="21" cy="14" r="7" fill="#6da53a"/><circle cx="43" cy="14" r="7" fill="#6da53a"/>
  <ellipse cx="32" cy="25" rx="22" ry="13" fill="#6da53a"/>
  <circle cx="21" cy="13" r="4.6" fill="#fff"/><circle cx="43" cy="13" r="4.6" fill="#fff"/>
  <circle cx="21" cy="13" r="2.5" fill="#222"/><circle cx="43" cy="13" r="2.5" fill="#222"/>
  <path fill="none" stroke="#2f5219" stroke-width="1.8" stroke-linecap="round" d="M15 27c10 6 24 6 34 0"/>
  <path fill="#4c7f2c" d="M28.5 19.5a1.2 1.2 0 1 0 .1 0zM35.5 19.5a1.2 1.2 0 1 0 .1 0z"/>`);

/** From the side, with antlers. */
const DEER = drawing(`
  <path fill="none" stroke="#6b4a2b" stroke-width="2.6" stroke-linecap="round" d="M19 17C13 14 11 9 12 3M14.5 12C11 12 8 10 7 7M21 16c4-3 6-7 5-12M24.5 11c3 0 5-1 7-4"/>
  <path fill="#b5773f" d="M17 19l-8 3c1 3 4 4 7 3zM24 18l8 1c0 3-3 5-6 4z"/>
  <path fill="#b5773f" d="M14 24c0-5 3-8 7-8s6 3 6 7l3 9c6 0 14-1 20 1 4 1 6 4 6 8l-2 6-6-2c-7 3-15 3-22 1-5-2-8-7-9-13l-5 1c-3 0-4-2-3-4z"/>
  <path fill="#94602f" d="M28 44h5l-1 17h-4zM36 45h4l1 16h-4zM46 44h5l3 17h-4zM42 44h4l-1 17h-4z"/>
  <path fill="#f3e2c4" d="M52 34c4 0 7 2 7 6-3 0-6-1-7-6zM24 38c2 4 4 6 8 7l6 1c-6 2-12 0-14-8z"/>
  <circle cx="19" cy="22" r="1.5" fill="#2a1c10"/><ellipse cx="10.5" cy="27.5" rx="1.8" ry="1.4" fill="#2a1c10"/>
  <circle cx="40" cy="36" r="1.4" fill="#f3e2c4"/><circle cx="46" cy="38" r="1.4" fill="#f3e2c4"/><circle cx="45" cy="34" r="1.2" fill="#f3e2c4"/>`);

/** By name, like the glyphs of the emoji sets. */
export const OWN_DRAWINGS: Readonly<Record<Glyph['name'], string>> = {
  deer: DEER,
  'frog-face': FACE,
  'sitting-frog': SITTING,
};
