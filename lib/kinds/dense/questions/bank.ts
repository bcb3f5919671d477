import { randomInt } from 'd3-random';
import { formatCount, formatPercent, formatShort } from '@/lib/format/format';
import { biased } from '@/lib/kinds/parts/weights';
import type { DenseLayer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-dense';

/** @throws Error when the stage is a different kind of layer. */
export function denseOf({ layer }: Stage): DenseLayer {
  if (layer.kind !== 'dense') throw new Error(`${layer.id} is not dense`);
  return layer;
}

/** Questions about hidden layers and the last one. */
export const DENSE_PARAMETERS: Writers<Stage> = {
  parameters: (stage) => {
    const [inputs] = stage.input;
    const { units } = denseOf(stage);
    const bias = biased(stage);
    return {
      text: words.parameters({ stage: stage.id, units, values: inputs, biased: bias }),
      right: choice(
        formatCount(stage.parameters),
        words.parametersWhy({
          weights: inputs,
          each: formatCount(bias === 'yes' ? inputs + 1 : inputs),
          units: formatCount(units),
          biased: bias,
        }),
      ),
      wrong: [
        ...(bias === 'yes'
          ? [
              choice(formatCount(inputs * units), words.parametersNoBias()),
              choice(formatCount(inputs * units + inputs), words.parametersBiasPerValue()),
              choice(formatCount(inputs * units + 1), words.parametersOneBias()),
            ]
          : [
              choice(formatCount(inputs * units + units), words.parametersBiased()),
              choice(formatCount(inputs), words.parametersOneUnit()),
            ]),
        choice(formatCount(inputs + units), words.parametersAdded()),
      ],
    };
  },
};

export const DENSE: Writers<Stage> = {
  share: (stage, pipeline) => {
    const [parameters, work] = [
      stage.parameters / pipeline.parameters,
      stage.multiplyAdds / pipeline.multiplyAdds,
    ];
    const convolutions = pipeline.stages.some(({ layer }) => layer.kind === 'conv2d');
    if (!convolutions || parameters < 2 * work) return null;
    return {
      text: words.share({
        stage: stage.id,
        parameters: formatPercent(parameters),
        work: formatPercent(work),
      }),
      right: choice(words.shareRight(), words.shareWhy()),
      wrong: [
        choice(words.shareSkipped(), words.shareSkippedWhy()),
        choice(words.shareSpared(), words.shareSparedWhy()),
        choice(words.shareRests(), words.shareRestsWhy()),
      ],
    };
  },
  place: (stage, pipeline) => {
    const before = pipeline.stages.find(({ number }) => number === stage.number - 1);
    if (before?.layer.kind !== 'flatten') return null;
    return {
      text: words.place({ stage: stage.id }),
      right: choice(words.placeRight(), words.placeWhy()),
      wrong: [
        choice(words.placeShared(), words.placeSharedWhy()),
        choice(words.placeMiddle(), words.placeMiddleWhy()),
        choice(words.placeStrongest(), words.placeStrongestWhy()),
      ],
    };
  },
  sum: (stage, _pipeline, random) => {
    if (denseOf(stage).activation !== 'relu') return null;
    const whole = randomInt.source(random);
    const [v, w, a, b, bias] = [whole(4, 8)(), whole(1, 4)(), 0.5, -0.25, whole(1, 5)() / 10];
    return {
      text: words.sum({ v, w, a: formatShort(a), b: formatShort(b), bias: formatShort(bias) }),
      right: choice(
        formatShort(a * v + b * w + bias),
        words.sumWhy({ v, a: formatShort(a), w, b: formatShort(b), bias: formatShort(bias) }),
      ),
      wrong: [
        choice(formatShort(a * v + b * w), words.sumNoBias()),
        choice(formatShort(a * v + bias), words.sumParts()),
        choice(formatShort(a * v - b * w + bias), words.sumSign()),
      ],
    };
  },
  collapse: (stage, pipeline) => {
    const next = pipeline.stages.find(({ number }) => number === stage.number + 1);
    if (denseOf(stage).activation !== 'relu' || next?.layer.kind !== 'dense') return null;
    const [inputs] = stage.input;
    return {
      text: words.collapse({ stage: stage.id, next: next.id }),
      right: choice(words.collapseRight({ units: next.layer.units, values: inputs }), words.collapseWhy()),
      wrong: [
        choice(words.collapseMore(), words.collapseMoreWhy()),
        choice(words.collapseFaster(), words.collapseFasterWhy()),
        choice(words.collapseGradient(), words.collapseGradientWhy()),
      ],
    };
  },
};
