'use client';

import { useState } from 'react';
import { NumberField } from '@/components/controls/NumberField';
import { Radios } from '@/components/controls/Radios';
import { useSubject } from '@/components/state/hooks';
import type { SetChoice, SetSummary } from '@/lib/data/sets/labelled-set';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatShape } from '@/lib/format/format';
import words from '@/words/data-page';
import styles from './Data.module.css';

interface Props {
  readonly summary: SetSummary;
  onRead(choice: SetChoice): void;
  onClose(): void;
}

type Size = 'natural' | 'network' | 'typed';
const SIDE = { first: 1, last: 512 } as const;
/** Files of images that are larger are seldom trained on as they are. */
const SMALL_SIDE = 96;

/** Says what was found, and asks what every image is to become. */
export function SetChoices({ summary, onRead, onClose }: Props) {
  const { natural, form, container, count, classes } = summary;
  const input = useSubject(({ subject }) => subject.architecture.input);
  const fitting = natural !== null && Math.max(natural[0], natural[1]) <= SMALL_SIDE;
  const [size, setSize] = useState<Size>(fitting ? 'natural' : 'network');
  const [height, setHeight] = useState(input[0]);
  const [width, setWidth] = useState(input[1]);
  const [colour, setColour] = useState<1 | 3>(natural?.[2] === 1 ? 1 : 3);
  const [fit, setFit] = useState<SetChoice['fit']>('crop');
  const [rows, columns] = { natural: natural ?? input, network: input, typed: [height, width] }[size];
  const sized = (shape: readonly number[]) => formatShape(shape.slice(0, 2));
  const sizes = [
    ...(natural ? [{ value: 'natural' as const, words: words.sizeNatural({ size: sized(natural) }) }] : []),
    { value: 'network' as const, words: words.sizeNetwork({ size: sized(input) }) },
    { value: 'typed' as const, words: words.sizeTyped() },
  ];
  return (
    <section aria-labelledby="found" className={styles.choices}>
      <h2 id="found">{summary.name}</h2>
      <p>
        {words.found({
          form: words[form](),
          container,
          count: formatCount(count),
        })}{' '}
        {words.classCount({ count: classes.length })}
      </p>
      <div className={styles.questions}>
        <Radios<Size>
          legend={<legend>{words.size()}</legend>}
          name="size"
          options={sizes}
          chosen={size}
          onChoose={setSize}
        />
        {size === 'typed' && (
          <div className={styles.typed}>
            <NumberField {...SIDE} label={words.height()} value={height} onPick={setHeight} />
            <NumberField {...SIDE} label={words.width()} value={width} onPick={setWidth} />
          </div>
        )}
        <Radios<SetChoice['fit']>
          legend={<legend>{words.proportions()}</legend>}
          name="fit"
          options={[
            { value: 'crop', words: words.crop() },
            { value: 'stretch', words: words.stretch() },
          ]}
          chosen={fit}
          onChoose={setFit}
        />
        <Radios<1 | 3>
          legend={<legend>{words.colours()}</legend>}
          name="colour"
          options={[
            { value: 3, words: words.colour() },
            { value: 1, words: words.grey() },
          ]}
          chosen={colour}
          onChoose={setColour}
        />
      </div>
      <p className="label">{words.takes({ size: formatBytes(count * rows * columns * colour) })}</p>
      <p className="button-row">
        <button
          type="button"
          className="button"
          onClick={() => onRead({ shape: [rows, columns, colour], fit })}
        >
          {words.read()}
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          {words.close()}
        </button>
      </p>
    </section>
  );
}
