/**
 * Drawn for this project, under its own licence: the emoji sets of the test images have only two frogs between them, both
 * faces from the front, two deer, likewise heads, and four trucks.
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

/** From the side: crouched, with a folded hind leg. */
const SIDE = drawing(`
  <path fill="#5fae3f" d="M8 27c2-8 10-12 18-9 7 2 12 8 18 13 8 6 14 12 15 20 0 3-2 5-5 5H30c-8 0-14-4-16-12-4-3-8-11-6-17z"/>
  <path fill="#dcebb0" d="M10 34c4 4 8 6 13 7 2 6 3 10 9 15h-3c-9 0-15-5-16-13-2-2-4-6-3-9z"/>
  <path fill="#478f2c" d="M34 46c0-8 6-13 13-11 7 1 12 7 12 14 0 4-2 6-5 6h-7c4-3 4-8 0-10-4-2-8 1-7 5l-2 5c-3-2-4-5-4-9z"/>
  <path fill="#478f2c" d="M40 55h20c2 0 3 4 0 4H42c-3 0-4-3-2-4zM24 44c3 4 4 8 3 12h-9c-2 0-3 3 0 3h12c3-4 3-11 0-16z"/>
  <circle cx="21" cy="17" r="7.5" fill="#5fae3f"/><circle cx="20" cy="16.5" r="5" fill="#f7d64a"/><ellipse cx="19.5" cy="16.5" rx="2.2" ry="3" fill="#1c1c1c"/>
  <path fill="none" stroke="#2f6a1c" stroke-width="1.8" stroke-linecap="round" d="M9 30c5 3 11 4 17 2"/><circle cx="10.5" cy="25" r="1" fill="#2f6a1c"/>`);

/** In a leap, all legs stretched. */
const LEAP = drawing(`
  <path fill="none" stroke="#2f8f57" stroke-width="5.5" stroke-linecap="round" stroke-linejoin="round" d="M26 42L12 40 18 54 5 60M38 34l10 8 9-3"/>
  <path fill="none" stroke="#2f8f57" stroke-width="2.6" stroke-linecap="round" d="M5 60l-3-4M5 60l-1 3M5 60h5M57 39l4-3M57 39h5M57 39l3 4"/>
  <path fill="#3aa869" d="M14 44c-2-7 4-14 13-20 6-4 11-7 18-7 9 0 15 4 15 9s-6 9-14 10c-6 6-15 12-24 13-4 0-7-2-8-5z"/>
  <path fill="#e9f3c4" d="M22 47c8-2 15-8 21-14 6 1 12-1 16-4-1 4-7 7-13 7-6 6-15 12-24 13z"/>
  <circle cx="46" cy="17" r="6.5" fill="#3aa869"/><circle cx="47" cy="16" r="4.4" fill="#fff"/><circle cx="48" cy="16" r="2.3" fill="#1b1b1b"/>
  <path fill="none" stroke="#1d6a3d" stroke-width="1.7" stroke-linecap="round" d="M46 29c5 0 10-1 13-4"/>
  <circle cx="26" cy="31" r="2" fill="#2f8f57"/><circle cx="34" cy="27" r="1.7" fill="#2f8f57"/><circle cx="21" cy="38" r="1.6" fill="#2f8f57"/>`);

/** From the side, with antlers. */
const DEER = drawing(`
  <path fill="none" stroke="#6b4a2b" stroke-width="2.6" stroke-linecap="round" d="M19 17C13 14 11 9 12 3M14.5 12C11 12 8 10 7 7M21 16c4-3 6-7 5-12M24.5 11c3 0 5-1 7-4"/>
  <path fill="#b5773f" d="M17 19l-8 3c1 3 4 4 7 3zM24 18l8 1c0 3-3 5-6 4z"/>
  <path fill="#b5773f" d="M14 24c0-5 3-8 7-8s6 3 6 7l3 9c6 0 14-1 20 1 4 1 6 4 6 8l-2 6-6-2c-7 3-15 3-22 1-5-2-8-7-9-13l-5 1c-3 0-4-2-3-4z"/>
  <path fill="#94602f" d="M28 44h5l-1 17h-4zM36 45h4l1 16h-4zM46 44h5l3 17h-4zM42 44h4l-1 17h-4z"/>
  <path fill="#f3e2c4" d="M52 34c4 0 7 2 7 6-3 0-6-1-7-6zM24 38c2 4 4 6 8 7l6 1c-6 2-12 0-14-8z"/>
  <circle cx="19" cy="22" r="1.5" fill="#2a1c10"/><ellipse cx="10.5" cy="27.5" rx="1.8" ry="1.4" fill="#2a1c10"/>
  <circle cx="40" cy="36" r="1.4" fill="#f3e2c4"/><circle cx="46" cy="38" r="1.4" fill="#f3e2c4"/><circle cx="45" cy="34" r="1.2" fill="#f3e2c4"/>`);

/** A stag's head from the front: slender, with steep antlers. */
const STAG = drawing(`
  <path fill="none" stroke="#8a6238" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" d="M27 27C22 22 17 19 17 10V2M17 13c-5 0-8-3-9-8M20 20c-5 2-10 0-12-4M37 27c5-5 10-8 10-17V2M47 13c5 0 8-3 9-8M44 20c5 2 10 0 12-4"/>
  <path fill="#a9713d" d="M24 30c-6-4-12-3-15 0 3 5 9 7 15 5zM40 30c6-4 12-3 15 0-3 5-9 7-15 5z"/>
  <path fill="#e3bd8c" d="M22 31c-4-2-7-2-9-1 2 2 6 3 9 3zM42 31c4-2 7-2 9-1-2 2-6 3-9 3z"/>
  <path fill="#bd8148" d="M32 24c6 0 10 3 10 8 0 6-2 10-3 15-1 8-2 14-7 14s-6-6-7-14c-1-5-3-9-3-15 0-5 4-8 10-8z"/>
  <path fill="#f4e6cd" d="M27 50c1-3 9-3 10 0 1 7-1 11-5 11s-6-4-5-11z"/>
  <path fill="#2b1d12" d="M28 53c0-2 8-2 8 0 0 3-2 4-4 4s-4-1-4-4z"/><circle cx="26" cy="37" r="2" fill="#2b1d12"/><circle cx="38" cy="37" r="2" fill="#2b1d12"/>`);

/** A fawn, standing: long legs, large ears, pale spots. */
const FAWN = drawing(`
  <path fill="#b06a34" d="M20 40h5l-1 21h-4zM27 41h4l1 20h-4zM42 40h4l1 21h-4zM47 38h5l1 23h-4z"/>
  <path fill="#c98348" d="M12 12c-4-5-8-6-10-5 0 4 4 8 9 9zM20 11c2-6 6-8 9-8 0 5-3 9-8 11z"/>
  <path fill="#c98348" d="M9 16c2-4 10-6 14-2 3 3 3 8 4 12 6 1 14 0 20 2 4 1 7 4 7 9-1 5-3 8-8 8-8 0-16 2-22-1-5-3-7-8-8-15l-2-4c-3 2-8 2-10-1-1-3 2-6 5-8z"/>
  <path fill="#f6e7cf" d="M52 30c4-2 6-1 7 3-2 2-4 3-6 2zM19 41c8 3 18 3 27 3-8 3-22 3-27-3zM4 23c2-1 5-1 6 1-2 1-4 2-6 1z"/>
  <circle cx="15" cy="17" r="1.8" fill="#2a1a0e"/><circle cx="4.5" cy="23" r="1.6" fill="#2a1a0e"/>
  <path fill="#f6e7cf" d="M30 31a1.5 1.5 0 1 0 .1 0zM36 29a1.5 1.5 0 1 0 .1 0zM42 31a1.5 1.5 0 1 0 .1 0zM34 35a1.5 1.5 0 1 0 .1 0zM40 36a1.5 1.5 0 1 0 .1 0zM47 34a1.5 1.5 0 1 0 .1 0z"/>`);

/** A moose from the side: heavy shoulders, broad antlers, a beard. */
const MOOSE = drawing(`
  <path fill="#c7a06a" d="M18 19C10 18 5 13 5 4l4 4 1-5 4 5 2-5 3 6 3-4c2 6 1 11-2 14z"/>
  <path fill="#3d2817" d="M27 40h6l-1 21h-5zM34 42h4v19h-4zM48 40h5l1 21h-5zM54 38h5v23h-4z"/>
  <path fill="#5a3b22" d="M17 20c4-4 9-3 12 0 5-2 9-2 13 1 6 0 12 0 16 3 4 4 4 11 1 17-2 3-6 4-10 3-6-2-10 0-16 0-5 0-8-4-10-9-4-1-6-2-8-1l-4 5c-3 2-7 1-8-2-1-2 0-4 2-5l9-6c0-3 1-5 3-6z"/>
  <path fill="#7a5532" d="M3 35c0-2 2-4 5-4l2 4c-1 3-6 4-7 0z"/><path fill="#3d2817" d="M17 34c2 3 2 7 0 10-2-2-3-6-3-8zM23 16c3-3 6-3 8-2-1 3-4 5-7 5z"/>
  <circle cx="17" cy="25" r="1.4" fill="#120b05"/>`);

/** A dump truck from the side: its cab to the right. */
const TRUCK = drawing(`
  <path fill="#e8a11c" d="M2 20h38l-4 22H9z"/><path fill="#c27f0c" d="M9 23h3l3 16h-3zM18 23h3l1 16h-3zM27 23h3v16h-3z"/><path fill="#7b5a3a" d="M5 20c4-6 9-4 12-7 5-3 8 2 12 1 4 0 6 3 8 6z"/>
  <path fill="#2e6f9e" d="M42 24h11c2 0 3 1 4 3l4 9c1 2 1 4 1 6v6H42z"/><path fill="#cfe8f5" d="M46 28h7l4 9H46z"/>
  <path fill="#444b52" d="M6 43h56v6H6z"/><path fill="#f7d774" d="M59 41h3v4h-3z"/>
  <g fill="#23272b"><circle cx="15" cy="51" r="7"/><circle cx="30" cy="51" r="7"/><circle cx="52" cy="51" r="7"/></g>
  <g fill="#c9ced3"><circle cx="15" cy="51" r="3"/><circle cx="30" cy="51" r="3"/><circle cx="52" cy="51" r="3"/></g>`);

/** A lorry from the front: a high cab with the box above it. */
const LORRY = drawing(`
  <path fill="#d8dde2" d="M9 3h46v44H9z"/><path fill="#b4bcc4" d="M9 3h46v4H9z"/><path fill="#1f7a4d" d="M13 15c0-3 2-5 5-5h28c3 0 5 2 5 5v38H13z"/>
  <path fill="#bfe3f2" d="M17 17c0-2 1-3 3-3h24c2 0 3 1 3 3v14H17z"/><path fill="#16593a" d="M17 35h30v4H17zM20 41h24v2H20zM20 45h24v2H20z"/>
  <path fill="#2b3036" d="M7 20h5v10H7zM52 20h5v10h-5zM10 51h44v5H10zM13 55h9v6h-9zM42 55h9v6h-9z"/>
  <path fill="#ffe9a0" d="M14 42h5v6h-5zM45 42h5v6h-5z"/>`);

/** By name, like the glyphs of the emoji sets. */
export const OWN_DRAWINGS: Readonly<Record<Glyph['name'], string>> = {
  deer: DEER,
  stag: STAG,
  fawn: FAWN,
  moose: MOOSE,
  'frog-face': FACE,
  'sitting-frog': SITTING,
  'frog-from-the-side': SIDE,
  'leaping-frog': LEAP,
  'dump-truck': TRUCK,
  'oncoming-lorry': LORRY,
};
