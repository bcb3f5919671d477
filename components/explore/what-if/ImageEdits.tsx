'use client';

import { type ComponentProps, useState } from 'react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { Savable } from '@/components/controls/Savable';
import { usePipeline } from '@/components/state/hooks';
import { formatShort } from '@/lib/format/format';
import { edit } from '@/lib/store/explore/what-if';
import type { History } from '@/lib/what-if/history';
import { type Adjustment, brushSizes, UNADJUSTED } from '@/lib/what-if/image-edits';
import words from '@/words/paint';
import { PaintBoard, type Tool } from './PaintBoard';
import { useWhatIf } from './use-what-if';
import styles from './WhatIf.module.css';

const TOOLS = [
  { value: 'brush', words: words.brush() },
  { value: 'eraser', words: words.eraser() },
  { value: 'cover', words: words.cover() },
] as const;
/** The sides of the brushes, as shares of the image's: 1, 3, 7 and 15 of 64 pixels. */
const BRUSHES = [1, 3, 7, 15].map((size) => size / 64);

interface Slider {
  readonly name: keyof Adjustment;
  readonly words: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** How far an image can be moved, as a share of its side: 20 of 64 pixels. */
const REACH = 5 / 16;

const moving = (name: 'right' | 'down', called: string, side: number): Slider => {
  const most = Math.max(1, Math.round(REACH * side));
  return { name, words: called, min: -most, max: most, step: 1 };
};

const SLIDERS: readonly Slider[] = [
  { name: 'degrees', words: words.degrees(), min: -180, max: 180, step: 5 },
  { name: 'contrast', words: words.contrast(), min: 0, max: 2, step: 0.05 },
  { name: 'noise', words: words.noise(), min: 0, max: 0.6, step: 0.02 },
];
const SEED = 1;

/** The image to paint on, its tools, and the changes to the whole image. */
export function ImageEdits() {
  const [tool, setTool] = useState<Tool>('brush');
  const [colour, setColour] = useState('#d62828');
  const shape = usePipeline().architecture.input;
  const sizes = brushSizes(shape, BRUSHES);
  const [size, setSize] = useState(sizes[1] ?? sizes[0]);
  const adjusted = useWhatIf(({ history }) => adjustmentOf(history));
  const now: Adjustment = adjusted ?? UNADJUSTED;
  const [height, width] = shape;
  const sliders = [moving('right', words.right(), width), moving('down', words.down(), height), ...SLIDERS];
  return (
    <>
      <Board {...{ tool, size, colour, shape }} />
      <div className={`button-row ${styles.tools}`}>
        <ChoiceField<Tool> label={words.tool()} options={TOOLS} chosen={tool} onChoose={setTool} />
        <ChoiceField<number>
          label={words.size()}
          options={sizes.map((value) => ({ value, words: String(value) }))}
          chosen={size}
          onChoose={setSize}
        />
        <PaintField grey={shape[2] === 1} {...{ colour, setColour }} />
      </div>
      <fieldset className={styles.sliders}>
        <legend>{words.allOfIt()}</legend>
        {sliders.map(({ name, words: called, min, max, step }) => (
          <label key={name}>
            <span>{called}</span>
            <input
              type="range"
              {...{ min, max, step }}
              value={now[name]}
              onChange={(event) =>
                edit(
                  { kind: 'adjust', seed: SEED, ...pick(now), [name]: Number(event.currentTarget.value) },
                  adjusted !== null,
                )
              }
            />
            <span className="number">{formatShort(now[name])}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

interface PaintProps {
  /** Whether the image has no colours: then a brightness is painted. */
  readonly grey: boolean;
  readonly colour: string;
  setColour(colour: string): void;
}

/** What the brush paints with. */
function PaintField({ grey, colour, setColour }: PaintProps) {
  if (!grey)
    return (
      <label>
        {words.colour()}{' '}
        <input type="color" value={colour} onChange={(event) => setColour(event.currentTarget.value)} />
      </label>
    );
  return (
    <label>
      {words.brightness()}{' '}
      <input
        type="range"
        min={0}
        max={255}
        // A single channel gets the first byte of a colour.
        value={Number.parseInt(colour.slice(1, 3), 16)}
        onChange={({ currentTarget }) =>
          setColour(`#${currentTarget.valueAsNumber.toString(16).padStart(2, '0').repeat(3)}`)
        }
      />
    </label>
  );
}

/** A separate component, because it alone is rendered again with every move of a brush. */
function Board(props: Omit<ComponentProps<typeof PaintBoard>, 'pixels' | 'onEdit'>) {
  const pipeline = usePipeline();
  // Those of the network before, until the edits have followed the page to another one, may have another shape.
  const pixels = useWhatIf(({ visit, pixels }) => (visit?.pipeline === pipeline ? pixels : null));
  return (
    <Savable label={words.changed()}>
      <PaintBoard {...props} pixels={pixels} onEdit={edit} />
    </Savable>
  );
}

/** The current adjustment: sliders extend the last edit as long as it is theirs. */
function adjustmentOf({ done }: History): Adjustment | null {
  const last = done.at(-1);
  return last?.kind === 'adjust' ? last : null;
}

const pick = ({ down, right, degrees, contrast, noise }: Adjustment): Adjustment => ({
  down,
  right,
  degrees,
  contrast,
  noise,
});
