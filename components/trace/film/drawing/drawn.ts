/** What the label of the film's drawing says: what is really there in a room of this size. */
import type { FigureName } from '@/lib/provenance/film/script';
import type { Area } from './area';
import { areaIn } from './moment';
import { pixelsIn } from './pixels';
import type { Drawn, Scene } from './scene';
import { sumDrawn } from './sum';
import { trainingIn } from './training';
import { answerIn } from './vector';

/** The figures that show less, or something else, where there is little room. */
const BY_ROOM: Partial<Readonly<Record<FigureName, (scene: Scene, area: Area) => Drawn | null>>> = {
  pixels: pixelsIn,
  sum: sumDrawn,
  answer: answerIn,
  training: trainingIn,
};

/** What is drawn of a scene in a frame of this size. */
export function drawnIn(scene: Scene, size: { readonly width: number; readonly height: number }): Drawn {
  const { figure } = scene.shown.beat;
  return BY_ROOM[figure]?.(scene, areaIn(size)) ?? { figure, shown: 0, all: 0 };
}
