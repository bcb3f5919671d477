'use client';

import { useMemo } from 'react';
import { followedOn } from '@/components/figures/followed';
import { kernelMaps } from '@/components/figures/kernel-maps';
import { useClassWord, useLearner, usePipeline, useStage } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { openValue } from '@/components/values/opening';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { isSoftmax } from '@/lib/kinds/parts/activation';
import { hasFilters } from '@/lib/kinds/parts/filters';
import { rulesOf } from '@/lib/kinds/registry';
import type { Weights } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { changeOf, difference } from '@/lib/tensor/difference';
import { type Cell, isMap } from '@/lib/tensor/tensor';
import words from '@/words/pinned';
import styles from './Pinned.module.css';
import { PinnedAnswers } from './PinnedAnswers';
import { PinnedHead } from './PinnedHead';
import { PinnedPlanes } from './PinnedPlanes';
import { isSameAlways, planesOf } from './planes';
import type { Pinned } from './use-pinned';
import { pinnedStage, usePinned } from './use-pinned';

const COLUMNS = 8;
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

/**
 * A stage at the pinned epoch and at the displayed one: values, one map, its filter, or the probabilities.
 */
export function PinnedStage({ id }: { readonly id: string }) {
  const classWord = useClassWord();
  const pinned = usePinned();
  const pipeline = usePipeline();
  const { stage, trace, weights } = useStage(id);
  const chosen = useLearner((state) => state.channel);
  const cell = useLearner((state) => state.cell);
  const shape = useMemo(() => planesOf(stage), [stage]);
  const all = useMemo(() => upTo(shape[2]), [shape]);
  // The map that the figure below follows.
  const channel = useMemo(
    () => (shape[2] > 1 ? followedOn(shape, trace, chosen, cell).channel : 0),
    [shape, trace, chosen, cell],
  );
  const one = useMemo(() => [channel], [channel]);
  if (!pinned) return null;
  const before = pinnedStage(pinned, id);
  const { classes } = pipeline.architecture;
  const open = (at: Cell, of: 'pinned' | null) => openValue({ stage: id, cell: at }, of);
  const onOpen = isMap(stage.output) ? open : undefined;
  const planes = { pinned, onOpen, shape, before: before?.values ?? null, now: trace?.values ?? null };
  const what =
    shape[2] > 1
      ? words.maps({ count: shape[2], stage: id })
      : words.units({ count: stage.output[0], stage: id });
  return (
    <section className={styles.comparison} aria-label={words.compared({ stage: id })}>
      <PinnedHead pinned={pinned} />
      {isSameAlways(stage, pipeline) ? (
        <p className={styles.sentence}>{words.sameAlways()}</p>
      ) : (
        <>
          {isSoftmax(stage.layer) ? (
            <PinnedAnswers
              {...{ pinned, classes, before }}
              now={trace}
              onOpen={(unit, of) => open([unit], of)}
            />
          ) : (
            <div className={styles.rows} data-how={pinned.how}>
              <PinnedPlanes {...planes} channels={all} columns={Math.min(COLUMNS, shape[2])} what={what} />
              {shape[2] > 1 && (
                <PinnedPlanes {...planes} channels={one} columns={1} what={words.map({ channel })} />
              )}
              {hasFilters(stage) && (
                <PinnedFilter
                  pinned={pinned}
                  before={pinned.trace?.weights[id] ?? null}
                  now={weights}
                  filter={channel}
                />
              )}
            </div>
          )}
          <p className={styles.sentence} role="status">
            {before && trace ? (
              changeSentence(pinned, stage, classes.map(classWord), before.values, trace.values)
            ) : (
              <Pending>{words.loading({ epoch: pinned.epoch })}</Pending>
            )}
          </p>
        </>
      )}
    </section>
  );
}

interface FilterProps {
  readonly pinned: Pinned;
  readonly before: Weights | null;
  readonly now: Weights | null;
  readonly filter: number;
}

/** One filter's weights, one tile per input channel. */
function PinnedFilter({ pinned, before, now, filter }: FilterProps) {
  const kernel = now?.kernel ?? before?.kernel;
  const [, , channels, filters] = kernel?.shape ?? [0, 0, 0, 0];
  const tiles = useMemo(
    () => upTo(channels).map((own) => own * filters + filter),
    [channels, filters, filter],
  );
  const shape = useMemo(() => kernel && kernelMaps(kernel.shape, kernel.values).shape, [kernel]);
  if (!shape) return null;
  return (
    <PinnedPlanes
      pinned={pinned}
      shape={shape}
      before={before?.kernel?.values ?? null}
      now={now?.kernel?.values ?? null}
      channels={tiles}
      columns={Math.min(COLUMNS * 2, channels)}
      what={words.filter({ filter, channels })}
      signed
    />
  );
}

/**
 * What changed from the pinned epoch to the displayed one, in one sentence. `names`: of the classes; the
 * values are the stage's output at both.
 */
function changeSentence(
  { epoch, shown }: Pick<Pinned, 'epoch' | 'shown'>,
  { id, layer, input, output }: Stage,
  names: readonly string[],
  before: Float32Array,
  now: Float32Array,
): string {
  const span = { epoch, shown, stage: id };
  const shape = rulesOf(layer).unrolls ? input : output;
  const depth = isMap(shape) ? shape[2] : shape[0];
  const { mean, most, largest } = changeOf(difference(now, before), depth);
  if (largest === 0) return words.nothing(span);
  if (isSoftmax(layer)) {
    const [from, to] = [before[most], now[most]].map(formatPercent);
    const ofClass = { epoch, shown, name: names[most] };
    return from === to
      ? words.slight({ ...ofClass, largest: formatNumber(largest) })
      : words.class({ ...ofClass, before: from, after: to });
  }
  return words.changed({
    ...span,
    mean: formatNumber(mean, 3),
    part: isMap(shape) ? 'map' : 'unit',
    most,
    largest: formatNumber(largest, 3),
  });
}
