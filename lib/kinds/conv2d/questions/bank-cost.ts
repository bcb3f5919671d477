import { formatCount, formatShape } from '@/lib/format/format';
import { cellsOf, formatSides } from '@/lib/kinds/parts/sides';
import { biased } from '@/lib/kinds/parts/weights';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { asMap, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-conv2d-cost';
import { convolutionOf } from './bank';

/** What a convolution costs: parameters, which are shared by all places, and computation, which is not. */
export const CONV2D_COST: Writers<Stage> = {
  parameters: (stage) => {
    const { kernel, filters } = convolutionOf(stage);
    const depth = asMap(stage.input)[2];
    const one = cellsOf(kernel) * depth;
    const bias = biased(stage);
    const each = bias === 'yes' ? one + 1 : one;
    return {
      text: words.parameters({
        stage: stage.id,
        kernels: filters,
        size: formatSides(kernel),
        channels: depth,
        biased: bias,
      }),
      right: choice(
        formatCount(stage.parameters),
        words.parametersWhy({
          size: formatSides(kernel),
          channels: formatCount(depth),
          weights: one,
          each: formatCount(each),
          kernels: formatCount(filters),
          biased: bias,
        }),
      ),
      wrong: [
        bias === 'yes'
          ? choice(formatCount(one * filters), words.parametersNoBias())
          : choice(formatCount((one + 1) * filters), words.parametersBiased()),
        choice(
          formatCount((cellsOf(kernel) + each - one) * filters),
          words.parametersFlat({ size: formatSides(kernel), channels: depth }),
        ),
        choice(formatCount(each), words.parametersOneKernel({ biased: bias })),
        ...(bias === 'yes' ? [choice(formatCount(one * filters + 1), words.parametersOneBias())] : []),
        choice(formatCount(stage.parameters * size(stage.input)), words.parametersPerPlace()),
      ],
    };
  },
  sharing: (stage) => {
    const { parameters } = stage;
    const [height, width, depth] = asMap(stage.input);
    return {
      text: words.sharing({
        stage: stage.id,
        parameters,
        input: formatShape(stage.input),
        larger: formatShape([2 * height, 2 * width, depth]),
      }),
      right: choice(formatCount(parameters), words.sharingWhy()),
      wrong: [
        choice(formatCount(4 * parameters), words.sharingWork()),
        choice(formatCount(2 * parameters), words.sharingGrown()),
        choice(formatCount(size(stage.output) * parameters), words.sharingNone()),
      ],
    };
  },
  places: (stage) => {
    const { stride, padding, filters } = convolutionOf(stage);
    const [height, width] = asMap(stage.input);
    const [rows, columns] = asMap(stage.output);
    return {
      text: words.places({ stage: stage.id, input: formatShape(stage.input), padding, stride }),
      right: choice(formatCount(rows * columns), words.placesWhy({ rows, columns: formatCount(columns) })),
      wrong: [
        choice(
          formatCount(height * width),
          stride > 1 ? words.placesStride({ stride }) : words.placesEdges(),
        ),
        choice(formatCount(filters), words.placesKernels()),
        choice(formatCount(rows + columns), words.placesAdded({ rows, columns: formatCount(columns) })),
        choice('1', words.placesOne()),
      ],
    };
  },
  work: (stage) => {
    const { kernel } = convolutionOf(stage);
    const depth = asMap(stage.input)[2];
    return {
      text: words.work({
        stage: stage.id,
        output: formatShape(stage.output),
        size: formatSides(kernel),
        channels: depth,
      }),
      right: choice(
        formatCount(stage.multiplyAdds),
        words.workWhy({
          values: size(stage.output),
          size: formatSides(kernel),
          channels: formatCount(depth),
        }),
      ),
      wrong: [
        choice(formatCount(stage.parameters), words.workParameters()),
        choice(formatCount(size(stage.output)), words.workValues()),
        choice(formatCount(size(stage.output) * cellsOf(kernel)), words.workFlat()),
        choice(formatCount(size(stage.input)), words.workInputs()),
      ],
    };
  },
};
