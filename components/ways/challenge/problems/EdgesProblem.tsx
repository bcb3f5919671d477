'use client';

import { range as indices } from 'd3-array';
import { type FormEvent, useMemo, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage } from '@/components/canvas/paint';
import { PixelThumb } from '@/components/pictures/PixelThumb';
import type { Verdict } from '@/lib/challenges/problem';
import { type ColourRange, rangeOf } from '@/lib/colour/colour-maps';
import {
  checkEdges,
  HORIZONTAL,
  responseOf,
  SIDE,
  VERTICAL,
  withKernel,
} from '@/lib/course/challenges/edges';
import { referencePipeline } from '@/lib/course/reference';
import { stageOf } from '@/lib/network/pipeline';
import type { Pixels } from '@/lib/network/trace';
import type { Field } from '@/lib/quiz/tasks';
import { ok, type Result } from '@/lib/result';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/problem-edges';
import { AnswerFields, useAnswer } from '../AnswerFields';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';

const FIELDS: readonly Field[] = indices(SIDE * SIDE).map((at) => ({
  kind: 'decimal',
  label: words.weight({ row: Math.floor(at / SIDE), column: at % SIDE }),
}));
const [ROWS, COLUMNS] = asMap(stageOf(referencePipeline, 'conv1').output);

interface Responses {
  readonly vertical: Float32Array;
  readonly horizontal: Float32Array;
}

/** Nine weights, run over two pictures by the real convolution. */
export function EdgesProblem({ getLab, busy, judge }: BodyProps) {
  const answering = useAnswer(FIELDS);
  const [responses, setResponses] = useState<Responses | null>(null);
  const run = async (kernel: readonly number[]): Promise<Result<Verdict>> => {
    const begun = await getLab();
    if (!begun.ok) return begun;
    const lab = begun.value;
    const weights = await lab.weights();
    if (!weights.ok) return weights;
    const changed = withKernel(weights.value, kernel);
    const respond = async (pixels: Pixels) => {
      const trace = await lab.trace(pixels, changed);
      if (!trace.ok) return trace;
      const traced = trace.value.stages.find(({ stage }) => stage === 'conv1');
      return ok(traced ? responseOf(traced) : new Float32Array());
    };
    const vertical = await respond(VERTICAL);
    if (!vertical.ok) return vertical;
    const horizontal = await respond(HORIZONTAL);
    if (!horizontal.ok) return horizontal;
    setResponses({ vertical: vertical.value, horizontal: horizontal.value });
    return ok(checkEdges(kernel, vertical.value, horizontal.value));
  };
  // One range for both, so that they compare.
  const range = useMemo(
    () => responses && rangeOf(Float32Array.of(...responses.vertical, ...responses.horizontal), 'diverging'),
    [responses],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const kernel = answering.read();
    if (kernel) judge(run(kernel));
  };
  return (
    <form onSubmit={submit} noValidate className={styles.beside}>
      <fieldset className={styles.plain}>
        <legend>{words.weights()}</legend>
        <AnswerFields fields={FIELDS} answering={answering} columns={SIDE} />
        <CheckButton busy={busy} says={words.run()} />
      </fieldset>
      <div className={styles.pairs}>
        <Response edge="vertical" pixels={VERTICAL} response={responses?.vertical} range={range} />
        <Response edge="horizontal" pixels={HORIZONTAL} response={responses?.horizontal} range={range} />
      </div>
    </form>
  );
}

interface ResponseProps {
  readonly edge: 'vertical' | 'horizontal';
  readonly pixels: Pixels;
  readonly response: Float32Array | undefined;
  readonly range: ColourRange | null;
}

/** A picture, and the filter's answer to it: positive and negative values in two colours. */
function Response({ edge, pixels, response, range }: ResponseProps) {
  const image = useMemo(
    () => (response && range ? planeImage(response, ROWS, COLUMNS, range) : null),
    [response, range],
  );
  return (
    <figure>
      <PixelThumb pixels={pixels} className={styles.thumb} />
      <PixelCanvas
        image={image}
        height={ROWS}
        width={COLUMNS}
        className={styles.thumb}
        label={response ? words.responseTo({ edge }) : words.noResponse()}
      />
      <figcaption>{words.caption({ edge })}</figcaption>
    </figure>
  );
}
