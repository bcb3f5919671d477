/** Which parts of an image matter to a prediction, by methods that use the backward pass of one trace. */
import type { StageTrace } from '@/lib/network/trace';
import { asMap } from '@/lib/tensor/tensor';
import type { StageGradient } from './backward';

/** Reduces the values of a pixel's colours to one number per pixel. */
function perPixel(
  values: Float64Array | Float32Array,
  colours: number,
  join: (sum: number, one: number) => number,
) {
  const pixels = new Float32Array(values.length / colours);
  for (let at = 0; at < values.length; at++) {
    const pixel = Math.floor(at / colours);
    pixels[pixel] = join(pixels[pixel], values[at]);
  }
  return pixels;
}

/**
 * Saliency (Simonyan, Vedaldi and Zisserman 2013, arXiv:1312.6034): the largest absolute gradient of a
 * pixel's colours.
 */
export const saliency = ({ output, stage }: Pick<StageGradient, 'output' | 'stage'>): Float32Array =>
  perPixel(output, asMap(stage.output)[2], (most, one) => Math.max(most, Math.abs(one)));

/** The contributions of a pixel's colours, added up: of the bill, or of integrated gradients. */
export const summed = (shares: Float64Array | Float32Array, colours: number): Float32Array =>
  perPixel(shares, colours, (sum, one) => sum + one);

/**
 * Grad-CAM (Selvaraju et al. 2017, arXiv:1610.02391) at one stage of maps: its maps, each weighted by its
 * mean gradient, added up, then a ReLU. Height x width of the stage, row by row.
 */
export function gradCam(
  { stage, output }: Pick<StageGradient, 'stage' | 'output'>,
  { values }: StageTrace,
): Float32Array {
  const [height, width, channels] = asMap(stage.output);
  const weights = new Float64Array(channels);
  for (let at = 0; at < output.length; at++) weights[at % channels] += output[at] / (height * width);
  return Float32Array.from({ length: height * width }, (_, place) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += weights[channel] * values[place * channels + channel];
    return Math.max(0, sum);
  });
}
