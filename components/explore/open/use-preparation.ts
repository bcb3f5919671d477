'use client';

import { useMemo, useState } from 'react';
import type { InputImage } from '@/lib/data/input-image';
import { customPreparation, usualText } from '@/lib/interchange/custom-preparation';
import type { OpenedNetwork } from '@/lib/interchange/opened';
import { type PreparationName, preparationsOf, proposalFor } from '@/lib/interchange/preparation';
import { usePredictions } from './use-predictions';

interface Asked {
  readonly network: OpenedNetwork;
  readonly image: InputImage | null;
  /** The network is about to be used. */
  readonly isOver: boolean;
}

/** Numbers are tried once typing pauses for so many milliseconds. */
const PAUSE = 250;

/** How images are prepared for an opened network: the proposal, the choice, and what follows from each way. */
export function usePreparation({ network, image, isOver }: Asked) {
  const { architecture, weights } = network;
  const proposal = useMemo(() => proposalFor(network), [network]);
  const usual = useMemo(() => preparationsOf(architecture), [architecture]);
  const [chosen, choose] = useState<PreparationName>(proposal.name);
  const [text, type] = useState(() => usualText(architecture.input[2]));
  const custom = useMemo(
    () => (chosen === 'custom' ? customPreparation(text, architecture) : null),
    [chosen, text, architecture],
  );
  const customs = useMemo(() => (custom ? [custom] : []), [custom]);
  const ofUsual = usePredictions({ preparations: usual, weights, image, isOver });
  const ofCustom = usePredictions({ preparations: customs, weights, image, isOver, pause: PAUSE });
  return {
    names: usual.map((one) => one.name),
    proposal,
    chosen,
    choose,
    text,
    type,
    predictions: new Map([...ofUsual, ...ofCustom]),
    /** The network with the chosen way's layer; null where what was entered says none. */
    prepared:
      (chosen === 'custom' ? custom : usual.find(({ name }) => name === chosen))?.architecture ?? null,
  };
}
