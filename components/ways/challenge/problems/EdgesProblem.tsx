'use client';

import { range as indices } from 'd3-array';
import { type FormEvent, useMemo, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage } from '@/components/canvas/paint';
import { SaveImage } from '@/components/controls/SaveImage';
import { PixelThumb } from '@/components/images/PixelThumb';
import type { Verdict } from '@/lib/challenges/problem';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import type { Stage } from '@/lib/network/pipeline';
import type { Pixels, StageTrace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import type { Field } from '@/lib/quiz/tasks';
import { ok, type Result } from '@/lib/result';
import { asMap, type MapShape } from '@/lib/tensor/tensor';
import words from '@/words/problem-edges';
import { AnswerFields, useAnswer } from '../AnswerFields';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';

interface Props extends BodyProps {
  /** The stage with the filter that the learner's kernel replaces. */
  readonly stage: Stage;
  /** The sides of the kernel. */
  readonly sides: readonly [height: number, width: number];
  /** Images with one edge each. */
  readonly vertical: Pixels;
  readonly horizontal: Pixels;
  withKernel(weights: WeightSet, kernel: readonly number[]): WeightSet;
  responseOf(trace: StageTrace): Float32Array;
  check(kernel: readonly number[], toVertical: Float32Array, toHorizontal: Float32Array): Verdict;
}

const fieldsOf = ([height, width]: Props['sides']): readonly Field[] =>
  indices(height * width).map((at) => ({
    kind: 'decimal',
    label: words.weight({ row: Math.floor(at / width), column: at % width }),
  }));

interface Responses {
  readonly vertical: Float32Array;
  readonly horizontal: Float32Array;
}

/** Nine weights, run over two images by the real convolution. */
export function EdgesProblem(props: Props) {
  const { getLab, busy, judge, stage, sides } = props;
  const fields = fieldsOf(sides);
  const answering = useAnswer(fields);
  const [responses, setResponses] = useState<Responses | null>(null);
  const run = async (kernel: readonly number[]): Promise<Result<Verdict>> => {
    const begun = await getLab();
    if (!begun.ok) return begun;
    const lab = begun.value;
    const weights = await lab.weights();
    if (!weights.ok) return weights;
    const changed = props.withKernel(weights.value, kernel);
    const respond = async (pixels: Pixels) => {
      const trace = await lab.trace(pixels, changed);
      if (!trace.ok) return trace;
      const traced = trace.value.stages.find((one) => one.stage === stage.id);
      return ok(traced ? props.responseOf(traced) : new Float32Array());
    };
    const vertical = await respond(props.vertical);
    if (!vertical.ok) return vertical;
    const horizontal = await respond(props.horizontal);
    if (!horizontal.ok) return horizontal;
    setResponses({ vertical: vertical.value, horizontal: horizontal.value });
    return ok(props.check(kernel, vertical.value, horizontal.value));
  };
  const shape = asMap(stage.output);
  // One range for both, so that they can be compared.
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
        <AnswerFields fields={fields} answering={answering} columns={sides[1]} />
        <CheckButton busy={busy} label={words.run()} />
      </fieldset>
      <figure className={styles.pairs} aria-label={words.responses()}>
        <Response
          edge="vertical"
          pixels={props.vertical}
          shape={shape}
          response={responses?.vertical}
          range={range}
        />
        <Response
          edge="horizontal"
          pixels={props.horizontal}
          shape={shape}
          response={responses?.horizontal}
          range={range}
        />
        {responses && <SaveImage />}
      </figure>
    </form>
  );
}

interface ResponseProps {
  readonly edge: 'vertical' | 'horizontal';
  readonly pixels: Pixels;
  readonly shape: MapShape;
  readonly response: Float32Array | undefined;
  readonly range: ColourRange | null;
}

/** An image, and the filter's response to it: positive and negative values in two colours. */
function Response({ edge, pixels, shape, response, range }: ResponseProps) {
  const [rows, columns] = shape;
  const image = useMemo(
    () => (response && range ? planeImage(response, rows, columns, range) : null),
    [response, rows, columns, range],
  );
  return (
    <figure>
      <PixelThumb pixels={pixels} className={styles.thumb} />
      <PixelCanvas
        image={image}
        height={rows}
        width={columns}
        className={styles.thumb}
        label={response ? words.responseTo({ edge }) : words.noResponse()}
      />
      <figcaption>{words.caption({ edge })}</figcaption>
    </figure>
  );
}
