'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { planeImage } from '@/components/canvas/paint';
import type { Place } from '@/components/canvas/walk';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { SaveImage } from '@/components/controls/SaveImage';
import { useClassWord, usePipeline } from '@/components/state/hooks';
import { formatPercent, formatShape } from '@/lib/format/format';
import { slideCover } from '@/lib/store/explore/occlusion';
import { edit, predictChanged, whatIf } from '@/lib/store/explore/what-if';
import { asMap } from '@/lib/tensor/tensor';
import { coverFor, coverPlaces, coverStart, coversFor } from '@/lib/what-if/occlusion';
import words from '@/words/what-if';
import { useWhatIf } from './use-what-if';
import styles from './WhatIf.module.css';

const RANGE = { kind: 'sequential', low: 0, high: 1 } as const;

/** Slides a grey square over the whole image and shows, for each place, the remaining probability. */
export function OcclusionMap() {
  const classWord = useClassWord();
  const pipeline = usePipeline();
  const { architecture } = pipeline;
  const shape = asMap(architecture.input);
  const [height, width] = shape;
  const changed = useWhatIf((state) => state.changed?.trace ?? null);
  const history = useWhatIf((state) => state.history);
  const original = useWhatIf((state) => state.original);
  const [chosen, setChosen] = useState<number | null>(null);
  const [found, setFound] = useState<{ readonly unit: number; readonly values: Float32Array } | null>(null);
  const [part, setPart] = useState<number | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const covers = coversFor(shape);
  const cover = covers.find((one) => one.size === chosen) ?? coverFor(shape);
  const { size } = cover;
  const [rows, columns] = [coverPlaces(height, cover), coverPlaces(width, cover)];
  const shown = useRef({ original, history, size });
  // The result is then of a different image, network or cover.
  useEffect(() => {
    shown.current = { original, history, size };
    setFound(null);
  }, [original, history, size]);
  const answers = changed?.stages.at(-1)?.values;
  const best = answers ? answers.indexOf(Math.max(...answers)) : 0;
  const slide = async () => {
    const pixels = whatIf.getState().pixels;
    if (!pixels) return;
    const about = shown.current;
    setPart(0);
    const answer = await slideCover(
      { pipeline, pixels, unit: best, cover, predict: predictChanged },
      setPart,
    );
    setPart(null);
    setSentence(answer.ok ? null : answer.problem.sentence);
    // Meanwhile the image or the network may have changed, or another cover been chosen.
    if (answer.ok && about === shown.current) setFound({ unit: best, values: answer.value });
  };
  const image = useMemo(
    () => found && planeImage(found.values, rows, columns, RANGE),
    [found, rows, columns],
  );
  const covered = (one: Place) =>
    words.covered({
      row: coverStart(one.row, height, cover),
      column: coverStart(one.column, width, cover),
      share: found ? formatPercent(found.values[one.row * columns + one.column]) : words.notMeasured(),
    });
  return (
    <>
      <div className={`button-row ${styles.tools}`}>
        <ChoiceField<number>
          label={words.coverSize()}
          options={covers.map((one) => ({ value: one.size, words: formatShape([one.size, one.size]) }))}
          chosen={size}
          onChoose={setChosen}
        />
        <button
          type="button"
          className="button"
          aria-disabled={part !== null || !changed}
          onClick={() => part === null && changed && void slide()}
        >
          {words.slide()}
        </button>
      </div>
      <p role="status" className="status">
        {part !== null
          ? words.places({ share: formatPercent(Math.round(part * 20) / 20), places: rows * columns })
          : (sentence ??
            (found ? words.left({ name: classWord(architecture.classes[found.unit]) }) : words.slideText()))}
      </p>
      <figure className={styles.occlusion} aria-label={words.slideMap()}>
        <MapCanvas
          image={image}
          height={rows}
          width={columns}
          side={20}
          label={words.slideMap()}
          place={place}
          words={covered}
          onPick={setPlace}
          onOpen={({ row, column }) =>
            edit({
              kind: 'cover',
              size,
              row: coverStart(row, height, cover),
              column: coverStart(column, width, cover),
            })
          }
        />
        <Legend range={RANGE} of={words.probability()} />
        <p className="status number" data-screen>
          {words.click({ what: covered(place) })}
        </p>
        {found && <SaveImage />}
      </figure>
    </>
  );
}
