'use client';

import { useMemo, useState } from 'react';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { rgbImage } from '@/components/canvas/paint';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { NumberField } from '@/components/controls/NumberField';
import { SaveImage } from '@/components/controls/SaveImage';
import { useClassWord, useDataSet, usePipeline } from '@/components/state/hooks';
import { imageOf } from '@/lib/data/data-set';
import type { MeasuredSet } from '@/lib/engine/examine-protocol';
import { formatNumber } from '@/lib/format/format';
import { stageOf } from '@/lib/network/pipeline';
import { reportedSet } from '@/lib/network/reported';
import { receptiveField } from '@/lib/provenance/field';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/see-survey';
import styles from './See.module.css';
import { type Surveyed, useSurvey } from './use-survey';

/** The number of images shown of each set. */
const MOST = 8;

/** The images that activate a chosen channel or unit most, each with the patch that does. */
export function Activates() {
  const pipeline = usePipeline();
  const stages = pipeline.stages.filter(({ weights }) => weights !== null);
  const [id, setId] = useState(stages[stages.length - 3]?.id ?? stages[0].id);
  const [channel, setChannel] = useState(0);
  const stage = stageOf(pipeline, id);
  const channels = stage.output[stage.output.length - 1] ?? 1;
  const own = Math.min(channel, channels - 1);
  const kind = isMap(stage.output) ? 'filter' : 'unit';
  const reported = reportedSet(useDataSet());
  return (
    <section aria-labelledby="excites">
      <h2 id="excites">{words.activates({ kind })}</h2>
      <p className={styles.intro}>{words.activatesIntro()}</p>
      <div className={styles.row}>
        <ChoiceField<string>
          label={words.stage()}
          options={stages.map((one) => ({ value: one.id, words: one.id }))}
          chosen={id}
          onChoose={setId}
        />
        <NumberField
          key={id}
          label={words.filterOrUnit({ kind })}
          value={own}
          last={channels - 1}
          onPick={setChannel}
        />
      </div>
      <div className={styles.sides}>
        <Side which={reported} title={words[reported]()} stage={id} channel={own} />
        <Side which="training" title={words.training()} stage={id} channel={own} />
      </div>
    </section>
  );
}

interface SideProps {
  readonly which: MeasuredSet;
  readonly title: string;
  readonly stage: string;
  readonly channel: number;
}

function Side({ which, title, stage, channel }: SideProps) {
  const { found, busy, sentence, ask } = useSurvey(which, stage);
  const fits = found?.survey.stage === stage ? found : null;
  return (
    <div>
      <h3>{title}</h3>
      <p role="status" className="status">
        {busy ? words.busy() : sentence}
      </p>
      {fits ? (
        <Strongest title={title} channel={channel} surveyed={fits} />
      ) : (
        <>
          <EmptyFrames />
          <button type="button" className="button" aria-disabled={busy} onClick={ask}>
            {words.send()}
          </button>
        </>
      )}
    </div>
  );
}

/** Where the images will stand. */
function EmptyFrames() {
  return (
    <ol className={styles.images} aria-hidden="true">
      {Array.from({ length: MOST }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: frames have no other name
        <li key={at}>
          <div className={`${styles.outlined} ${styles.empty}`} />
          <span>&nbsp;</span>
        </li>
      ))}
    </ol>
  );
}

interface StrongestProps extends Pick<SideProps, 'title' | 'channel'> {
  readonly surveyed: Surveyed;
}

function Strongest({ title, surveyed, channel }: StrongestProps) {
  const classWord = useClassWord();
  const { survey, images } = surveyed;
  const pipeline = usePipeline();
  const { classes } = pipeline.architecture;
  const { output } = stageOf(pipeline, survey.stage);
  const strongest = useMemo(() => {
    const at = (image: number) => image * survey.channels + channel;
    return Array.from({ length: survey.images }, (_, image) => ({
      image,
      value: survey.values[at(image)],
      place: survey.places[at(image)],
    }))
      .sort((a, b) => b.value - a.value)
      .slice(0, MOST)
      .filter(({ value }) => value > 0);
  }, [survey, channel]);
  if (strongest.length === 0) return <p>{words.never()}</p>;
  return (
    <figure aria-label={words.strongestFigure({ stage: survey.stage, channel, set: title })}>
      <ol className={styles.images}>
        {strongest.map(({ image, value, place }) => {
          const cell = isMap(output)
            ? ([Math.floor(place / output[1]), place % output[1], channel] as const)
            : ([channel] as const);
          const field = receptiveField(pipeline, survey.stage, cell);
          return (
            <li key={image}>
              <Outlined pixels={imageOf(images, image)} field={field.ok ? field.value : null} />
              <span>{classWord(classes[images.labels[image]])}</span>{' '}
              <span className="number">{formatNumber(value, 2)}</span>
            </li>
          );
        })}
      </ol>
      <SaveImage />
    </figure>
  );
}

type Field = Extract<ReturnType<typeof receptiveField>, { ok: true }>['value'];

function Outlined({ pixels, field }: { readonly pixels: Uint8Array; readonly field: Field | null }) {
  const [height, width] = useDataSet().shape;
  const image = useMemo(() => rgbImage(pixels, height, width, 255), [pixels, height, width]);
  return (
    <div className={`stacked ${styles.outlined}`}>
      <PixelCanvas
        image={image}
        height={height}
        width={width}
        label={field ? words.patch({ row: field.row, column: field.column }) : words.image()}
      />
      {field && (
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <rect x={field.column} y={field.row} width={field.width} height={field.height} />
        </svg>
      )}
    </div>
  );
}
