'use client';

import { ALIKE } from '@/components/kinds/sentences/alike';
import { factOf } from '@/components/mdx/facts/facts';
import { formatCount, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/kinds/registry';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import words from '@/words/stage-alike';

interface Props {
  readonly stage: Stage;
  readonly pipeline: Pipeline;
}

/** The stages of the same kind before this one. */
const earlier = (stage: Stage, { stages }: Pipeline): readonly Stage[] =>
  stages.filter(({ number, layer }) => number < stage.number && layer.kind === stage.layer.kind);

/** How a stage differs from the last one of its kind before it, in sentences; empty for the first of a kind. */
export function differences(stage: Stage, pipeline: Pipeline): readonly string[] {
  const alike = earlier(stage, pipeline);
  const other = alike.at(-1);
  if (!other) return [];
  const before = other.id;
  const shape = formatShape(stage.input);
  const source = pipeline.stages[stage.number - 2].id;
  const [operation, otherOperation] = [stage, other].map(({ layer }) => rulesOf(layer).operation(layer));
  const [field, otherField] = [stage, other].map(
    (one) => one.receptiveField && factOf('field', one, pipeline),
  );
  return [
    words.same({ nth: alike.length + 1 }),
    shape === formatShape(other.input)
      ? words.sameShapes({ before, shape, source })
      : words.shapes({ before, shape, source, other: formatShape(other.input) }),
    ...(operation === otherOperation
      ? []
      : [words.operation({ before, own: operation, other: otherOperation })]),
    ...ALIKE[stage.layer.kind](stage, other),
    ...(field && otherField && field !== otherField
      ? [words.field({ before, field, other: otherField })]
      : []),
    ...(stage.parameters > 0
      ? [
          words.ownParameters({
            before,
            count: formatCount(stage.parameters),
            other: formatCount(other.parameters),
          }),
        ]
      : []),
  ];
}

/** A paragraph on what is different about a later stage of a kind; nothing for the first. */
export function StageAlike({ stage, pipeline }: Props) {
  const sentences = differences(stage, pipeline);
  const before = earlier(stage, pipeline).at(-1);
  if (!before) return null;
  return (
    <p>
      <b>{words.label({ before: before.id })}</b> {sentences.join(' ')}
    </p>
  );
}
