'use client';

import { useMemo, useState } from 'react';
import { WorkedSum } from '@/components/kinds/WorkedSum';
import { WeightLink } from '@/components/weights/WeightLink';
import { hasFilters } from '@/lib/kinds/parts/filters';
import type { Term } from '@/lib/kinds/types';
import { type Pipeline, type Stage, stageOf } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { strongest, type TracedExplanation } from '@/lib/provenance/explain';
import type { Step } from '@/lib/provenance/path';
import { cellRead, mapsRead } from '@/lib/provenance/reads';
import type { WeightChoice } from '@/lib/store/learner/learner';
import words from '@/words/inspector';
import { BillSection } from './bill/BillSection';
import { Drawn } from './Drawn';
import { Terms } from './terms/Terms';
import { useTermRows } from './terms/use-term-rows';
import { WholeSum } from './WholeSum';

interface Props {
  readonly explanation: TracedExplanation;
  readonly pipeline: Pipeline;
  readonly trace: Trace;
  onFollow(step: Step): void;
}

/** One value's arithmetic, in numbers and drawn. */
export function Explained({ explanation, pipeline, trace, onFollow }: Props) {
  const { terms, reads } = explanation;
  const stage = stageOf(pipeline, explanation.stage);
  const maps = useMemo(() => mapsRead(stage, pipeline), [stage, pipeline]);
  const [pointed, setPointed] = useState<Term | null>(null);
  /** The term under the pointer in a drawing, which the list scrolls to. */
  const [reveal, setReveal] = useState<Term | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const layout = useTermRows(terms, maps, hasFilters(stage) ? 'channel' : 'none');
  const channel = chosen ?? channelOf(explanation, layout.groups, maps);
  // A new trace has terms of its own; the pointer is still at the same one.
  const at = pointed && (terms.includes(pointed) ? pointed : (terms.find(isAt(pointed)) ?? null));

  const point = (term: Term | null) => {
    setPointed(term);
    setReveal(null);
    if (term && maps) setChosen(cellRead(term.source, maps)[2]);
  };
  const follow = (term: Term) => reads && onFollow({ stage: reads, cell: term.source });
  const choose = (next: number) => {
    setChosen(next);
    layout.openGroup('channel', next);
  };
  const weighted = stage.weights?.kernel !== undefined;
  const weight = stage.weights && weightOf(stage, explanation, at ?? strongest(explanation, 1)[0].term);
  return (
    <>
      {weighted ? (
        <WholeSum {...{ explanation, pipeline, layout }} />
      ) : (
        <WorkedSum {...{ stage, pipeline, explanation }} />
      )}
      <Drawn
        {...{ explanation, pipeline, trace, channel }}
        pointed={at}
        onChannel={choose}
        onPoint={(term) => {
          point(term);
          setReveal(term);
        }}
        onFollow={follow}
        onPlace={(position) => layout.openGroup('position', position)}
      />
      {reads !== null && (
        <Terms
          {...{ explanation, pipeline, layout }}
          pointed={at}
          reveal={reveal}
          onPoint={point}
          onFollow={follow}
        />
      )}
      {weight && (
        <p>
          <WeightLink weight={weight} words={words.why()} />
        </p>
      )}
      {reads !== null && <BillSection step={{ stage: explanation.stage, cell: explanation.cell }} />}
    </>
  );
}

/** Whether a term reads the same value as another one. */
const isAt =
  ({ source }: Term) =>
  (term: Term): boolean =>
    String(term.source) === String(source);

/** The channel that contributes most, or that contains the winner. */
function channelOf(
  explanation: TracedExplanation,
  groups: ReturnType<typeof useTermRows>['groups'],
  maps: ReturnType<typeof mapsRead>,
): number {
  if (groups && explanation.terms[0]?.source.length === 3) {
    return groups.reduce((best, own) => (Math.abs(own.sum) > Math.abs(best.sum) ? own : best)).key;
  }
  const { terms, winner } = explanation;
  const term = winner === undefined ? strongest(explanation, 1)[0]?.term : terms[winner];
  return term && maps ? cellRead(term.source, maps)[2] : 0;
}

/** The weight that a term is multiplied by; terms are in the order of their weights. */
function weightOf(stage: Stage, { cell, terms }: TracedExplanation, term: Term): WeightChoice {
  const at = terms.indexOf(term);
  const unit = cell[cell.length - 1];
  const kernel = stage.weights?.kernel?.shape;
  // Without a kernel the factor is the channel's gamma.
  if (!kernel) return { stage: stage.id, part: 'gamma', index: [unit] };
  if (kernel.length < 4) return { stage: stage.id, part: 'kernel', index: [at, unit] };
  const [, width, channels] = kernel;
  const place = Math.floor(at / channels);
  return {
    stage: stage.id,
    part: 'kernel',
    index: [Math.floor(place / width), place % width, at % channels, unit],
  };
}
