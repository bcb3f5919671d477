import { formatCount, formatShape } from '@/lib/format/format';
import { withFilters } from '@/lib/kinds/parts/filters';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, ReceptiveField, Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/bank-prediction-reach';

const most = (pipeline: Pipeline, of: (stage: Stage) => number): Stage =>
  pipeline.stages.reduce((best, stage) => (of(stage) > of(best) ? stage : best));

/** How large a receptive field is, in pixels: "3 × 5". */
const patch = (field: ReceptiveField | null): string =>
  formatShape(field ? [field.height, field.width] : [1, 1]);

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
        ...before.toReversed().map(({ id, layer, receptiveField }) =>
          choice(
            id,
            rulesOf(layer).unrolls
              ? words.cornersFlatten()
              : words.cornersField({
                  size: patch(receptiveField),
                  image: formatShape([height, width]),
                }),
          ),
        ),
      ],
    };
  },
  growth: (_, { stages }) => {
    const convolutions = withFilters(stages);
    const [early, late] = [convolutions.at(0), convolutions.at(-1)];
    if (!early?.receptiveField || !late?.receptiveField || early === late) return null;
    return {
      text: words.growth({ late: late.id, early: early.id }),
      right: choice(
        words.growthRight({ early: early.id }),
        words.growthWhy({ late: patch(late.receptiveField), early: patch(early.receptiveField) }),
      ),
      wrong: [
        choice(
          words.growthSmaller(),
          words.growthSmallerWhy({
            late: patch(late.receptiveField),
            early: patch(early.receptiveField),
          }),
        ),
        choice(words.growthSharper(), words.growthSharperWhy()),
        choice(words.growthClasses(), words.growthClassesWhy()),
      ],
    };
  },
};
