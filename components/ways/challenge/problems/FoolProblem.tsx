'use client';

import { type FormEvent, useEffect, useMemo, useState } from 'react';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { Savable } from '@/components/controls/Savable';
import { PaintBoard } from '@/components/explore/what-if/PaintBoard';
import { useClassWord } from '@/components/state/hooks';
import type { Verdict } from '@/lib/challenges/problem';
import type { Sample } from '@/lib/data/samples/sample';
import { newestOnly } from '@/lib/engine/client/newest-only';
import { formatPercent } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { Result } from '@/lib/result';
import { doing, growing, type History, imageEdits, NOTHING_DONE, undo } from '@/lib/what-if/history';
import { brushSizes, editImage } from '@/lib/what-if/image-edits';
import bench from '@/words/challenge';
import paint from '@/words/paint';
import words from '@/words/problem-fool';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';
import { type Imaged, useImaged } from '../use-imaged';
import type { GetLab } from '../use-lab';

/** The sides of the brushes, as shares of the image's: 1, 2, 3 and 5 of 64 pixels. */
const BRUSHES = [1, 2, 3, 5].map((size) => size / 64);
const TOOLS = [
  { value: 'brush', words: paint.brush() },
  { value: 'eraser', words: paint.eraser() },
] as const;
type Tool = (typeof TOOLS)[number]['value'];

interface Props extends BodyProps {
  readonly architecture: Architecture;
  readonly image: Pick<Sample, 'id' | 'label'>;
  /** The class that the network is to predict. */
  readonly wanted: string;
  /** How many pixels may be changed. */
  readonly most: number;
  pixelsChanged(before: Uint8Array, after: Uint8Array): number;
  check(before: Uint8Array, after: Uint8Array, probabilities: ArrayLike<number>): Result<Verdict>;
}

/** An image to paint on until the prediction changes. */
export function FoolProblem(props: Props) {
  const { imaged, sentence } = useImaged(props.getLab, props.image);
  if (!imaged)
    return (
      <p role="status" className={styles.room}>
        {sentence}
      </p>
    );
  return <Painting {...props} imaged={imaged} />;
}

async function traceBy(getLab: GetLab, pixels: Pixels): Promise<Result<Trace>> {
  const lab = await getLab();
  return lab.ok ? lab.value.trace(pixels) : lab;
}

/** The probabilities for an image as it changes; until they are computed, those of the image before. */
function useProbabilities({ getLab }: BodyProps, pixels: Pixels, first: Float32Array): Float32Array {
  const [probabilities, setProbabilities] = useState(first);
  const ask = useMemo(() => newestOnly((own: Pixels) => traceBy(getLab, own)), [getLab]);
  useEffect(() => {
    let left = false;
    void ask(pixels).then((trace) => {
      if (left || trace === 'superseded' || !trace.ok) return;
      setProbabilities(trace.value.stages[trace.value.stages.length - 1].values);
    });
    return () => {
      left = true;
    };
  }, [ask, pixels]);
  return probabilities;
}

function Painting(props: Props & { readonly imaged: Imaged }) {
  const classWord = useClassWord();
  const { getLab, busy, judge, imaged, image, wanted } = props;
  const { classes, input } = props.architecture;
  const [history, setHistory] = useState<History>(NOTHING_DONE);
  const sizes = brushSizes(input, BRUSHES);
  const [size, setSize] = useState(sizes[0]);
  const [tool, setTool] = useState<Tool>('brush');
  const [colour, setColour] = useState('#ffffff');
  const pixels = useMemo(
    () => editImage(imaged.pixels, input, imageEdits(history)),
    [imaged, input, history],
  );
  const { stages } = imaged.trace;
  const probabilities = useProbabilities(props, pixels, stages[stages.length - 1].values);
  const run = async (): Promise<Result<Verdict>> => {
    const trace = await traceBy(getLab, pixels);
    if (!trace.ok) return trace;
    return props.check(imaged.pixels, pixels, trace.value.stages[trace.value.stages.length - 1].values);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    judge(run());
  };
  const shareOf = (name: string) => formatPercent(probabilities[classes.indexOf(name)]);
  const changed = props.pixelsChanged(imaged.pixels, pixels);
  return (
    <form onSubmit={submit} className={styles.beside}>
      <div className={styles.painting}>
        <Savable label={paint.changed()}>
          <PaintBoard
            {...{ tool, size, colour, pixels }}
            shape={input}
            onEdit={(edit, grow) => setHistory((now) => (grow ? growing : doing)(now, edit))}
          />
        </Savable>
        <div className={`button-row ${styles.tools}`}>
          <ChoiceField<Tool> label={paint.tool()} options={TOOLS} chosen={tool} onChoose={setTool} />
          <ChoiceField<number>
            label={paint.size()}
            options={sizes.map((value) => ({ value, words: String(value) }))}
            chosen={size}
            onChoose={setSize}
          />
          <label className={styles.colour}>
            {paint.colour()}{' '}
            <input type="color" value={colour} onChange={(event) => setColour(event.currentTarget.value)} />
          </label>
        </div>
        <p className="status" role="status">
          {words.status({
            changed,
            most: props.most,
            label: classWord(image.label),
            share: shareOf(image.label),
            wanted: classWord(wanted),
            wantedShare: shareOf(wanted),
          })}
        </p>
        <p className={`button-row ${styles.tools}`}>
          <CheckButton busy={busy} />
          <button type="button" className="button-quiet" onClick={() => setHistory(undo)}>
            {words.undo()}
          </button>
          <button type="button" className="button-quiet" onClick={() => setHistory(NOTHING_DONE)}>
            {bench.beginAgain()}
          </button>
        </p>
      </div>
      <ProbabilityBars classes={classes} probabilities={probabilities} label={words.says()} />
    </form>
  );
}
