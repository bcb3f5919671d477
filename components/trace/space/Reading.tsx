import { useMemo } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { stepWords } from '@/components/figures/value-words';
import { InspectButton } from '@/components/inspector/InspectButton';
import { useClassWord, usePipeline, useTrace } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { channelTable } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import { explain } from '@/lib/provenance/explain';
import { receptiveField } from '@/lib/provenance/field';
import type { Step } from '@/lib/provenance/path';
import type { SpaceLayout } from '@/lib/provenance/space/layout';
import type { ValueLinks } from '@/lib/provenance/space/links';
import { coloursFor } from '@/lib/provenance/space/paint';
import { valueAt } from '@/lib/tensor/tensor';
import words from '@/words/space';
import styles from './Space.module.css';
import type { Shown, Tensors } from './use-tensors';

interface Props {
  /** The value that is shown: under the pointer, or else the followed one. */
  readonly step: Step;
  readonly followed: Step;
  readonly pointed: boolean;
  readonly layout: SpaceLayout;
  readonly links: ValueLinks | null;
  readonly tensors: Tensors;
  readonly what: Shown;
  /** Whether there are planes and lines at all. */
  readonly drawn: boolean;
}

/** One value: its place, its number, and what the lines about it say. */
export function Reading({ step, followed, pointed, layout, links, tensors, what, drawn }: Props) {
  const pipeline = usePipeline();
  const classWord = useClassWord();
  const trace = useTrace();
  const at = layout.boards.findIndex(({ stage }) => stage === step.stage);
  const traced = trace?.stages.find(({ stage }) => stage === step.stage) ?? null;
  const tensor = tensors.shown[at] ?? null;
  const colours = useMemo(() => {
    if (!tensor) return null;
    const high = what === 'values' ? pipeline.stages[at].brightness : null;
    return coloursFor(layout.boards[at], tensor.values, 0, high);
  }, [tensor, layout, pipeline, at, what]);
  const [, , channel = 0] = step.cell;
  return (
    <section className={styles.reading} aria-label={pointed ? words.pointed() : words.followed()}>
      <div className={styles.number}>
        <p className={styles.which}>{pointed ? words.pointed() : words.followed()}</p>
        <p className={styles.place}>{stepWords(step, pipeline, classWord)}</p>
        <dl className={styles.amounts}>
          <div>
            <dt>{words.value()}</dt>
            <dd className="number" data-value-shown>
              {traced ? formatNumber(valueAt(traced, step.cell)) : <Pending>{words.waiting()}</Pending>}
            </dd>
          </div>
          {what === 'gradients' && tensor && (
            <div>
              <dt>{words.gradient()}</dt>
              <dd className="number">{formatNumber(valueAt(tensor, step.cell))}</dd>
            </div>
          )}
        </dl>
      </div>
      <div className={styles.about}>
        <p>{tensors.sentence ?? (drawn ? <LinkWords {...{ step, links }} /> : <InputWords step={step} />)}</p>
        {drawn && colours && (
          <Legend
            range={colours.range}
            // As the board is painted: an image in its channels' own colours.
            colours={colours.image ? channelTable(channel, layout.boards[at].all) : undefined}
            of={what === 'values' ? words.value() : words.gradient()}
          />
        )}
      </div>
      <InspectButton {...followed} />
    </section>
  );
}

/** What the lines stand for. */
function LinkWords({ step, links }: Pick<Props, 'step' | 'links'>) {
  const pipeline = usePipeline();
  const trace = useTrace();
  if (!links) return words.notDrawn();
  if (step.stage === pipeline.stages[0].id) return words.pixel();
  if (!trace || links.terms === 0) return <Pending>{words.waiting()}</Pending>;
  const field = receptiveField(pipeline, step.stage, step.cell);
  return (
    <>
      {words.links({ shown: links.links.length, terms: links.terms })}{' '}
      {field.ok && words.field({ height: field.value.height, width: field.value.width })}
    </>
  );
}

/** What a value was computed from, where no lines show it. */
function InputWords({ step }: Pick<Props, 'step'>) {
  const pipeline = usePipeline();
  const trace = useTrace();
  if (step.stage === pipeline.stages[0].id) return words.pixel();
  const explained = trace && explain(pipeline, trace, trace.weights, step.stage, step.cell);
  if (!explained) return <Pending>{words.waiting()}</Pending>;
  const field = receptiveField(pipeline, step.stage, step.cell);
  return (
    <>
      {explained.ok && words.inputs({ terms: explained.value.terms.length })}{' '}
      {field.ok && words.fieldFlat({ height: field.value.height, width: field.value.width })}
    </>
  );
}
