import { gradientOf } from '@/lib/kinds/gradients';
import type { WeightPlace } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/provenance-gradient';

/**
 * One training step's inputs and slopes of a layer, on the channels of one weight: [images, places], image
 * after image.
 */
export interface MetPlanes {
  readonly images: number;
  /** The layer's input; null for a bias, which is added without an input. */
  readonly inputs: Float32Array | null;
  /** The loss's gradient with respect to the layer's sums. */
  readonly slopes: Float32Array;
}

/** The contribution of one image to a weight's gradient. */
export interface ImageShare {
  /** Its index in the batch. */
  readonly image: number;
  readonly sum: number;
  /** Slope times input at each place of the layer's output, row by row. */
  readonly products: Float64Array;
}

/** The loss's gradient with respect to one weight, as the sum over images and places of slope times input. */
export interface GradientExplanation {
  readonly gradient: number;
  /** In the order of the batch. */
  readonly images: readonly ImageShare[];
  /** Rows and columns of the places; 1 x 1 for a vector. */
  readonly places: readonly [height: number, width: number];
  /**
   * For each place, the input plane's place that the weight was multiplied with; -1 in the padding, and
   * everywhere for a bias.
   */
  readonly sources: Int32Array;
}

/**
 * Explains the gradient of one weight of a stage: by the chain rule it is each sum's slope times the weight's
 * input there, added up over all places and images. Fails where the stage has no trained parameters or no
 * such weight, or the planes do not fit it.
 */
export function explainGradient(
  stage: Stage,
  { part, index }: WeightPlace,
  { images, inputs, slopes }: MetPlanes,
): Result<GradientExplanation> {
  const { shape, trained } = stage.weights?.[part] ?? {};
  if (!shape || !trained) return fail(words.noWeights({ title: stage.title }));
  const inside = index.length === shape.length && index.every((n, axis) => n >= 0 && n < shape[axis]);
  if (!inside) return fail(words.noWeight({ title: stage.title, index: index.join(', '), part }));
  const [height, width] = isMap(stage.output) ? stage.output : [1, 1];
  const met = gradientOf(stage.layer).meets(stage.layer, stage.input, { part, index });
  const sources = met ?? new Int32Array(height * width).fill(-1);
  const plane = isMap(stage.input) ? stage.input[0] * stage.input[1] : 1;
  const fits = slopes.length === images * height * width && (!inputs || inputs.length === images * plane);
  if (!fits || (met !== null) !== (inputs !== null))
    return fail(words.otherNetwork(), `${slopes.length} slopes`);
  const shares = Array.from({ length: images }, (_, image): ImageShare => {
    const products = Float64Array.from(sources, (source, at) => {
      const slope = slopes[image * sources.length + at];
      if (!inputs) return slope;
      return source < 0 ? 0 : slope * inputs[image * plane + source];
    });
    return { image, products, sum: products.reduce((sum, one) => sum + one, 0) };
  });
  const gradient = shares.reduce((sum, one) => sum + one.sum, 0);
  return ok({ gradient, images: shares, places: [height, width], sources });
}

/**
 * The images by how strongly they pushed the weight: `down` lists those whose gradient is above 0, as a step
 * goes against the gradient.
 */
export function pushes(explanation: GradientExplanation): {
  readonly up: readonly ImageShare[];
  readonly down: readonly ImageShare[];
} {
  const sorted = [...explanation.images].sort((a, b) => a.sum - b.sum);
  return {
    up: sorted.filter(({ sum }) => sum < 0),
    down: sorted.filter(({ sum }) => sum > 0).reverse(),
  };
}
