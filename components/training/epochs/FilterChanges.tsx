'use client';

import { useEffect, useMemo, useState } from 'react';
import { useEngine, usePipeline } from '@/components/state/hooks';
import { withFilters } from '@/lib/kinds/parts/filters';
import type { RunName } from '@/lib/network/handle';
import type { Stage } from '@/lib/network/pipeline';
import type { KernelSet } from '@/lib/network/weights';
import { isUnchanged } from '@/lib/run/filter-change';
import { recordedKernels } from '@/lib/store/session/recorded-kernels';
import words from '@/words/filter-changes';
import detail from './Detail.module.css';
import { FilterRanking } from './FilterRanking';
import styles from './Filters.module.css';
import type { MeasuredRun } from './runs/use-runs';

interface Props {
  readonly run: MeasuredRun;
  readonly epoch: number;
}

/** Which filters of each convolution changed most: since the previous epoch, and since the run's first. */
export function FilterChanges({ run, epoch }: Props) {
  const stages = usePipeline().stages;
  const convolutions = useMemo(() => withFilters(stages), [stages]);
  const numbers = run.epochs.map((record) => record.epoch);
  const at = numbers.indexOf(epoch);
  const since = at < 1 ? [] : [...new Set([numbers[at - 1], numbers[0]])];
  const kernels = useKernels(run.name, at < 0 ? [] : [epoch, ...since]);
  return (
    <section className={detail.detail} aria-labelledby="filters">
      <h2 id="filters">{words.title()}</h2>
      <p className="column" style={{ marginInline: 0 }}>
        {words.text()}
      </p>
      {since.length === 0 ? (
        <p>{words.first({ epoch })}</p>
      ) : kernels && 'sentence' in kernels ? (
        <p role="alert">{kernels.sentence}</p>
      ) : (
        <Layers {...{ convolutions, epoch, since, kernels }} />
      )}
    </section>
  );
}

interface LayersProps extends Omit<LayerProps, 'stage'> {
  readonly convolutions: readonly Stage[];
}

/** All layers while their kernels are loading, then those whose kernels are recorded exactly. */
export function Layers({ convolutions, kernels, ...rest }: LayersProps) {
  const isExact = ({ id }: Stage) => kernels?.every((set) => id in set) ?? true;
  const rounded = convolutions.filter((stage) => !isExact(stage));
  const exact = convolutions.filter(isExact);
  const still = exact.filter(({ id }) => kernels !== null && isUnchanged(kernels.map((set) => set[id])));
  return (
    <>
      {exact.map((stage) =>
        still.includes(stage) ? null : <Layer key={stage.id} {...{ stage, kernels, ...rest }} />,
      )}
      {still.length > 0 && (
        <p className="column" style={{ marginInline: 0 }}>
          {words.still({ layers: still.map(({ id }) => id).join(', ') })}
        </p>
      )}
      {rounded.length > 0 && (
        <p className="column" style={{ marginInline: 0 }}>
          {words.rounded({ layers: rounded.map(({ id }) => id).join(', ') })}
        </p>
      )}
    </>
  );
}

interface LayerProps {
  readonly stage: Stage;
  readonly epoch: number;
  /** The epochs that this one is compared with. */
  readonly since: readonly number[];
  /** Of this epoch, then of those. */
  readonly kernels: readonly KernelSet[] | null;
}

function Layer({ stage, epoch, since, kernels }: LayerProps) {
  return (
    <div className={styles.layer}>
      <h3>{stage.id}</h3>
      <div className={styles.since}>
        {since.map((before, n) => (
          <FilterRanking
            key={before}
            stage={stage}
            epoch={epoch}
            before={before}
            was={kernels?.[n + 1]?.[stage.id] ?? null}
            now={kernels?.[0]?.[stage.id] ?? null}
          />
        ))}
      </div>
    </div>
  );
}

/** The kernels of some epochs, in order; a sentence where one can't be loaded. */
type Kernels = readonly KernelSet[] | { readonly sentence: string };

/** The exact kernels of a run's epochs, requested once the engine is ready. Null while they are loading. */
function useKernels(run: RunName, epochs: readonly number[]): Kernels | null {
  const ready = useEngine((view) => view.phase === 'ready');
  const wanted = `${run} ${epochs.join(' ')}`;
  const [found, setFound] = useState<{ readonly wanted: string; readonly kernels: Kernels } | null>(null);
  useEffect(() => {
    if (!ready) return;
    let left = false;
    const [name, ...numbers] = wanted.split(' ');
    const of = name as RunName;
    void Promise.all(numbers.map((epoch) => recordedKernels({ run: of, epoch: Number(epoch) }))).then(
      (all) => {
        if (left) return;
        const bad = all.find((one) => !one.ok);
        const kernels = bad ? bad.problem : all.flatMap((one) => (one.ok ? [one.value] : []));
        setFound({ wanted, kernels });
      },
    );
    return () => {
      left = true;
    };
  }, [ready, wanted]);
  return found?.wanted === wanted ? found.kernels : null;
}
