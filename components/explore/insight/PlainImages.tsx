'use client';

import { useRef, useState } from 'react';
import { Tile } from '@/components/controls/Tile';
import { ChosenImage } from '@/components/images/ChosenImage';
import { useChosenImage, useClassWord, useDataSet } from '@/components/state/hooks';
import { loadSample, thumbnailOf } from '@/lib/data/samples/sample';
import type { SampleFiles } from '@/lib/network/subject';
import { session } from '@/lib/store/session/session';
import words from '@/words/insight';
import styles from './Insight.module.css';

/** The images on which it is easy to see what a convolution finds, where the data set has some; and the choice of any other. */
export function PlainImages() {
  const { samples } = useDataSet();
  return (
    <div className={styles.choice}>
      {samples.plain && <Tiles samples={samples} plain={samples.plain} />}
      <ChosenImage />
    </div>
  );
}

interface Props {
  readonly samples: SampleFiles;
  readonly plain: NonNullable<SampleFiles['plain']>;
}

function Tiles({ samples, plain }: Props) {
  const classWord = useClassWord();
  const dataSet = useDataSet();
  const chosen = useChosenImage();
  const [sentence, setSentence] = useState<string | null>(null);
  // The latest choice; a slower response to an earlier one is dropped.
  const asked = useRef(0);
  const choose = async (sample: Props['plain'][number]) => {
    asked.current += 1;
    const mine = asked.current;
    const loaded = await loadSample(sample, dataSet);
    if (mine !== asked.current) return;
    setSentence(loaded.ok ? null : loaded.problem.sentence);
    if (loaded.ok) session.chooseImage(loaded.value);
  };
  return (
    <fieldset className={styles.plain}>
      <legend className="label">{words.plain()}</legend>
      {plain.map((sample) => (
        <Tile
          key={sample.id}
          name="plain"
          title={classWord(sample.label)}
          checked={chosen?.id === sample.id}
          onChoose={() => void choose(sample)}
        >
          {/* biome-ignore lint/performance/noImgElement: a static export has no image server, and these are as small as the network sees them */}
          <img
            src={thumbnailOf(sample.id, samples)}
            alt={classWord(sample.label)}
            width={dataSet.shape[1]}
            height={dataSet.shape[0]}
            className="pixels"
          />
        </Tile>
      ))}
      {sentence && <p role="alert">{sentence}</p>}
    </fieldset>
  );
}
