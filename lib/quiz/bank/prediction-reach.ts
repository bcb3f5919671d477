import { formatCount, formatShape } from '@/lib/format/format';
import { withFilters } from '@/lib/kinds/parts/filters';
import { rulesOf } from '@/lib/kinds/registry';
import { type Pipeline, pixelsSeen, type Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/bank-prediction-reach';

const most = (pipeline: Pipeline, of: (stage: Stage) => number): Stage =>
  pipeline.stages.reduce((best, stage) => (of(stage) > of(best) ? stage : best));

/** How many pixels a value of a stage sees: "3 × 5". */
const patch = (pipeline: Pipeline, stage: Stage): string =>
  formatShape(pixelsSeen(pipeline, stage) ?? [1, 1]);

/** Which stages do the work, and how large their receptive fields are. */
export const PREDICTION_REACH: Writers<null> = {
  work: (_, pipeline) => {
    const busiest = most(pipeline, ({ multiplyAdds }) => multiplyAdds);
    const heaviest = most(pipeline, ({ parameters }) => parameters);
    const others = pipeline.stages.filter(({ id }) => id !== busiest.id && id !== heaviest.id);
    if (others.some(({ multiplyAdds }) => multiplyAdds === busiest.multiplyAdds)) return null;
    if (heaviest.id !== busiest.id && heaviest.multiplyAdds === busiest.multiplyAdds) return null;
    return {
      text: words.work(),
      right: choice(
        busiest.id,
        words.workRight({ own: formatCount(busiest.multiplyAdds), all: formatCount(pipeline.multiplyAdds) }),
      ),
      wrong: [
        choice(heaviest.id, words.workHeaviest({ own: formatCount(heaviest.multiplyAdds) })),
        ...others
          .toSorted((a, b) => b.multiplyAdds - a.multiplyAdds)
          .map(({ id, multiplyAdds }) =>
            choice(
              id,
              multiplyAdds > 0
                ? words.workOther({ own: formatCount(multiplyAdds), all: formatCount(pipeline.multiplyAdds) })
                : words.workNone(),
            ),
          ),
      ],
    };
  },
  corners: (_, pipeline) => {
    const [height, width] = asMap(pipeline.architecture.input);
    const seesAll = ({ receptiveField: field }: Stage) =>
      !field || field.height >= height || field.width >= width;
    const first = pipeline.stages.find(seesAll);
    if (!first || first.receptiveField) return null;
    const before = pipeline.stages.filter(({ number }) => number < first.number);
    return {
      text: words.corners(),
      right: choice(first.id, words.cornersWhy()),
      wrong: [
        ...before.toReversed().map((stage) =>
          choice(
            stage.id,
            rulesOf(stage.layer).unrolls
              ? words.cornersFlatten()
              : words.cornersField({
                  size: patch(pipeline, stage),
                  image: formatShape([height, width]),
                }),
          ),
        ),
      ],
    };
  },
  growth: (_, pipeline) => {
    const convolutions = withFilters(pipeline.stages);
    const [early, late] = [convolutions.at(0), convolutions.at(-1)];
    if (!early?.receptiveField || !late?.receptiveField || early === late) return null;
    const sizes = { late: patch(pipeline, late), early: patch(pipeline, early) };
    if (sizes.late === sizes.early) return null;
    return {
      text: words.growth({ late: late.id, early: early.id }),
      right: choice(words.growthRight({ early: early.id }), words.growthWhy(sizes)),
      wrong: [
        choice(words.growthSmaller(), words.growthSmallerWhy(sizes)),
        choice(words.growthSharper(), words.growthSharperWhy()),
        choice(words.growthClasses(), words.growthClassesWhy()),
      ],
    };
  },
};
