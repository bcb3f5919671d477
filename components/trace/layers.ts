import type { Pipeline, Stage } from '@/lib/network/pipeline';

/** Whether the network itself computes a stage. The division by 255 comes before it. */
const isLayer = ({ number, brightness }: Stage): boolean => number === 1 || brightness === null;

/** The layers of the prediction: what the network computes with the image. */
export const layersOf = (pipeline: Pipeline): readonly Stage[] => pipeline.stages.filter(isLayer);

/** The index of a stage among the layers; half way between two of them if it isn't one. */
export function placeOf(stage: Stage, layers: readonly Stage[]): number {
  const at = layers.indexOf(stage);
  return at >= 0 ? at : layers.filter(({ number }) => number < stage.number).length - 0.5;
}
