'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { Rich } from '@/components/site/Rich';
import { ONLY_DRAWINGS, useOnlyDrawings } from '@/components/state/use-only-drawings';
import { formatCount, formatPercent } from '@/lib/format/format';
import { TITLES } from '@/lib/shelf/titles';
import { FIRST_SUBJECT } from '@/lib/store/subject/subject';
import words from '@/words/home';
import parts from '@/words/parts';

// Loaded when they are to be shown: all training images go through the network for them.
const NearestImages = dynamic(
  again(() => import('@/components/explore/see/NearestImages').then((module) => module.NearestImages)),
);

const titleOf = (id: string) => TITLES.find((title) => title.id === id);

const link = (href: string) => (text?: ReactNode) => (
  <Link href={href} prefetch={false}>
    {text}
  </Link>
);

interface Props {
  /** What the course's network made of photographs: how many, how many of them right, how sure of itself. */
  readonly ofPhotographs: Readonly<Record<'tried' | 'right' | 'confidence', string>>;
}

/** Beside a photograph, or an own image, on the course's network: what that network has seen, how well it does there, and where to go. */
export function OnlyDrawings({ ofPhotographs }: Props) {
  const only = useOnlyDrawings();
  const [drawings, photographs] = [titleOf(FIRST_SUBJECT), titleOf('photographs')];
  const [nearest, setNearest] = useState(false);
  if (!only || !drawings || !photographs) return null;
  return (
    <div id={ONLY_DRAWINGS} className="notice">
      <p>
        <Rich
          text={words.onlyDrawings({
            images: formatCount(drawings.test.images),
            share: formatPercent(drawings.test.accuracy),
            ...ofPhotographs,
            photographs: formatCount(photographs.test.images),
            photographsShare: formatPercent(photographs.test.accuracy),
          })}
          tags={{
            sees: link('/see/'),
            other: link(`/?network=${photographs.id}`),
            both: link('/networks/#out-of-distribution'),
          }}
        />
      </p>
      {nearest ? (
        <Part name={parts.nearest()}>
          <NearestImages />
        </Part>
      ) : (
        <button type="button" className="button-quiet" onClick={() => setNearest(true)}>
          {words.showNearest()}
        </button>
      )}
    </div>
  );
}
