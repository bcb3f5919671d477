'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { MapOverlay } from '@/components/canvas/MapOverlay';
import { PixelCanvas } from '@/components/canvas/PixelCanvas';
import { planeImage, rgbImage } from '@/components/canvas/paint';
import { SaveImage } from '@/components/controls/SaveImage';
import { number, Rich } from '@/components/site/Rich';
import { useClassWord, usePipeline } from '@/components/state/hooks';
import { rangeOf } from '@/lib/format/colour-maps';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import type { Trace } from '@/lib/network/trace';
import { summed } from '@/lib/provenance/attribution';
import type { Bill } from '@/lib/provenance/bill';
import { type Rivals, strongestPatch } from '@/lib/provenance/difference';
import type { Result } from '@/lib/result';
import { withCopyOf } from '@/lib/store/explore/copy';
import { asMap } from '@/lib/tensor/tensor';
import { editImage } from '@/lib/what-if/image-edits';
import words from '@/words/versus';
import { CoveredWords } from './CoveredWords';
import styles from './Versus.module.css';

interface Props extends Rivals {
  readonly bill: Bill;
  readonly trace: Trace;
  /** Whether the other class is the image's own, so that the first one is wrong. */
  readonly wrong: boolean;
}

interface Asked {
  /** The image that went through the network. */
  readonly of: Uint8Array;
  /** Null until it is there. */
  readonly answer: Result<Trace> | null;
}

/** Its side, as a share of the image's. */
const PATCH = 3 / 16;

/** What each pixel contributes to the difference, and what becomes of the prediction without the strongest patch. */
export function CoverPatch({ bill, trace, unit, other, wrong }: Props) {
  const { architecture } = usePipeline();
  const classWord = useClassWord();
  const [height, width, colours] = asMap(architecture.input);
  const [name, rival] = [unit, other].map((one) => classWord(architecture.classes[one]));
  const shares = useMemo(() => summed(bill.accounts[0].contributions, colours), [bill, colours]);
  const range = useMemo(() => rangeOf(shares, 'diverging'), [shares]);
  const patch = useMemo(
    () => strongestPatch(shares, [height, width], Math.round(PATCH * Math.max(height, width))),
    [shares, height, width],
  );
  const pixels = useMemo(() => Uint8Array.from(trace.stages[0].values), [trace]);
  const covered = useMemo(
    () => editImage(pixels, [height, width, colours], [{ kind: 'cover', ...patch }]),
    [pixels, height, width, colours, patch],
  );
  const drawn = useMemo(
    () => ({
      image: rgbImage(pixels, height, width, 255),
      shares: planeImage(shares, height, width, range),
      covered: rgbImage(covered, height, width, 255),
    }),
    [pixels, shares, covered, height, width, range],
  );
  const [asked, setAsked] = useState<Asked | null>(null);
  // What was found for a different image or patch is no answer for this one.
  const own = asked?.of === covered ? asked : null;
  const done = own?.answer ?? null;
  const busy = own !== null && done === null;
  const cover = async () => {
    if (busy) return;
    setAsked({ of: covered, answer: null });
    const answer = await traceCovered(architecture, trace, covered);
    setAsked((now) => (now?.of === covered ? { of: covered, answer } : now));
  };
  const box = { ...patch, height: patch.size, width: patch.size };
  return (
    <>
      <figure aria-label={words.map({ name, other: rival })}>
        <ul className={styles.planes}>
          <Plane image={drawn.image} words={words.image({ name, other: rival })}>
            <MapOverlay height={height} width={width} box={box} />
          </Plane>
          <Plane
            image={drawn.shares}
            words={words.map({ name, other: rival })}
            legend={<Legend range={range} of={words.share()} />}
          >
            <MapOverlay height={height} width={width} box={box} />
          </Plane>
          {done?.ok && <Plane image={drawn.covered} words={words.covered()} />}
        </ul>
        <SaveImage />
      </figure>
      <p>
        <Rich
          text={words.patch({
            name,
            size: formatCount(patch.size),
            row: formatCount(patch.row),
            column: formatCount(patch.column),
            share: formatNumber(patch.share),
            wrong: wrong ? 'yes' : 'no',
          })}
          tags={{ n: number }}
        />
      </p>
      <p>
        <button type="button" className="button" aria-disabled={busy} onClick={() => void cover()}>
          {words.cover()}
        </button>
      </p>
      <div role="status" className={styles.found}>
        {busy && words.covering()}
        {done && !done.ok && done.problem.sentence}
        {done?.ok && <CoveredWords before={trace} after={done.value} {...{ unit, other, patch }} />}
      </div>
    </>
  );
}

interface PlaneProps {
  readonly image: ImageData;
  readonly words: string;
  readonly legend?: ReactNode;
  readonly children?: ReactNode;
}

function Plane({ image, words: name, legend, children }: PlaneProps) {
  return (
    <li>
      <div className={styles.plane}>
        <PixelCanvas image={image} height={image.height} width={image.width} label={name} />
        {children}
      </div>
      {legend}
      <p>{name}</p>
    </li>
  );
}

/** The covered image through the network of a trace. */
const traceCovered = (architecture: Architecture, trace: Trace, pixels: Uint8Array): Promise<Result<Trace>> =>
  withCopyOf(architecture, trace, ({ engine, copy }) => engine.trace(copy, pixels));
