import type { FigureName } from '@/lib/provenance/film/script';
import { drawColours, drawField, drawImage, drawShares } from './image';
import { drawMap, drawMaps, drawSlide } from './maps';
import type { Pen } from './pen';
import { drawPixels } from './pixels';
import { drawPool } from './pool';
import type { Scene } from './scene';
import { drawSum } from './sum';
import { drawTraining } from './training';
import { drawAnswer, drawUnits, drawUnroll } from './vector';

/** Draws a scene as it is when this share of its beat is over. */
type Drawing = (pen: Pen, scene: Scene, progress: number) => void;

const DRAWINGS: Readonly<Record<FigureName, Drawing>> = {
  image: drawImage,
  pixels: drawPixels,
  colours: drawColours,
  sum: drawSum,
  slide: drawSlide,
  map: drawMap,
  maps: drawMaps,
  pool: drawPool,
  field: drawField,
  unroll: drawUnroll,
  units: drawUnits,
  answer: drawAnswer,
  shares: drawShares,
  training: drawTraining,
};

/** Draws a scene: it depends on nothing but what it is given. */
export function draw(pen: Pen, scene: Scene, progress: number): void {
  DRAWINGS[scene.shown.beat.figure](pen, scene, progress);
}
