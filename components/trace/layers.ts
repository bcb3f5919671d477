import type { Pipeline, Stage } from '@/lib/network/pipeline';

/** Whether the network itself computes a stage. The division by 255 comes before it. */
export const isLayer = ({ number, brightness }: Stage): boolean => number === 1 || brightness === null;

/** The layers of the prediction: what the network computes with the image. */
export const layersOf = (pipeline: Pipeline): readonly Stage[] => pipeline.stages.filter(isLayer);
