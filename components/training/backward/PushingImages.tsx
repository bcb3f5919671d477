'use client';

import { useMemo, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage } from '@/components/canvas/paint';
import { SaveImage } from '@/components/controls/SaveImage';
import { PixelThumb } from '@/components/images/PixelThumb';
import { number, Rich } from '@/components/site/Rich';
import { useClassWord, usePipeline } from '@/components/state/hooks';
import type { StepReport } from '@/lib/engine/examine-protocol';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatFactor, formatNumber, formatPercent } from '@/lib/format/format';
import { type GradientExplanation, type ImageShare, pushes } from '@/lib/provenance/gradient';
import words from '@/words/backward-weight';
import styles from './Backward.module.css';

interface Props {
  readonly report: StepReport;
  readonly explanation: GradientExplanation;
}

/**
 * The images of a batch that push a weight down and those that push it up, the strongest first, and where on
 * them.
 */
export function PushingImages({ report, explanation }: Props) {
  const { up, down } = useMemo(() => pushes(explanation), [explanation]);
  const strongest = [...up.slice(0, 1), ...down.slice(0, 1)].sort(
    (a, b) => Math.abs(b.sum) - Math.abs(a.sum),
  )[0];
  const [chosen, setChosen] = useState<number | null>(null);
  const open = explanation.images.find(({ image }) => image === chosen) ?? strongest;
  const silent = explanation.images.length - up.length - down.length;
  const row = (name: string, shares: readonly ImageShare[]) => (
    <div>
      <h4>{name}</h4>
      {shares.length === 0 ? (
        <p>{words.noneOfBatch()}</p>
      ) : (
        <ul className={styles.images}>
          {shares.map((share) => (
            <li key={share.image}>
              <ImageButton
                {...{ report, share }}
                open={share === open}
                onOpen={() => setChosen(share.image)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
  return (
    <>
      <p>{words.images({ count: formatCount(explanation.images.length), silent })}</p>
      <div className={styles.sides}>
        {row(words.down(), down)}
        {row(words.up(), up)}
      </div>
      {open && explanation.sources.length > 1 && <Where {...{ report, explanation, share: open }} />}
    </>
  );
}

interface ImageProps {
  readonly report: StepReport;
  readonly share: ImageShare;
  readonly open: boolean;
  onOpen(): void;
}

function ImageButton({ report, share, open, onOpen }: ImageProps) {
  const classWord = useClassWord();
  const { classes } = usePipeline().architecture;
  const { pixels, label, probabilities } = report.images[share.image];
  return (
    <button type="button" className={styles.image} aria-pressed={open} onClick={onOpen}>
      <PixelThumb pixels={pixels} className={styles.thumb} />
      <span>{classWord(classes[label])}</span>
      <span className="visually-hidden">{words.brings({ share: formatPercent(probabilities[label]) })}</span>
      <span className="number">{formatNumber(share.sum)}</span>
    </button>
  );
}

/** The parts of one image that a weight's gradient comes from: slope times input at each place. */
function Where({ report, explanation, share }: Props & { readonly share: ImageShare }) {
  const classWord = useClassWord();
  const { classes } = usePipeline().architecture;
  const [height, width] = explanation.places;
  const values = useMemo(() => Float32Array.from(share.products), [share]);
  const range = useMemo(() => rangeOf(values, 'diverging'), [values]);
  const image = useMemo(() => planeImage(values, height, width, range), [values, height, width, range]);
  const { pixels, label, probabilities } = report.images[share.image];
  const busy = values.reduce((count, one) => count + Number(one !== 0), 0);
  return (
    <figure className={styles.where} aria-label={words.places({ height, width })}>
      <div>
        <PixelThumb pixels={pixels} className={styles.plane} />
        <PixelCanvas
          image={image}
          height={height}
          width={width}
          className={styles.plane}
          label={words.places({ height, width })}
        />
      </div>
      <figcaption>
        <Rich
          text={words.where({
            name: classWord(classes[label]),
            share: formatPercent(probabilities[label]),
            places: formatCount(height * width),
            busy: formatCount(busy),
            sum: formatFactor(share.sum),
          })}
          tags={{ n: number }}
        />
        <Legend range={range} of="product" />
        <SaveImage />
      </figcaption>
    </figure>
  );
}
