'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { usePipeline, useSubject, useTrace, useTrainingView } from '@/components/state/hooks';
import { initialisation, initialSpreads } from '@/lib/formulas/initialisation';
import words from '@/words/formulas';
import { FormulaFigure } from './FormulaFigure';

interface Drawn {
  readonly of: unknown;
  readonly seed: number;
  readonly spreads: ReturnType<typeof initialSpreads>;
}

/**
 * The prescribed spread of initial weights, beside that of a seed's weights. These are drawn on request: they
 * are many.
 */
export function InitialFormula({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const pipeline = usePipeline();
  const known = useSubject((view) => view.network?.seed);
  const seed = useTrainingView((view) => known ?? view.settings.seed);
  const trace = useTrace();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const now = drawn?.of === pipeline ? drawn : null;
  const read = useMemo(
    () => (now && trace?.complete ? initialisation(now.spreads, trace.weights, chosen, now.seed) : null),
    [now, trace, chosen],
  );
  return (
    <FormulaFigure
      title={title}
      announced
      reading={read?.ok ? read.value : null}
      waiting={read && !read.ok ? read.problem.sentence : words.notDrawn()}
      controls={
        <>
          <button
            type="button"
            className="button"
            onClick={() => setDrawn({ of: pipeline, seed, spreads: initialSpreads(pipeline, seed) })}
          >
            {words.draw({ seed })}
          </button>
          {now && (
            <ChoiceField<string>
              label={words.layer()}
              options={now.spreads.map(({ stage }) => ({ value: stage, words: stage }))}
              chosen={chosen ?? now.spreads[0]?.stage ?? ''}
              onChoose={setChosen}
            />
          )}
        </>
      }
    >
      {children}
    </FormulaFigure>
  );
}
