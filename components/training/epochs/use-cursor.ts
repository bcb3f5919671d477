import { useState } from 'react';
import { useLearner, useTimeline } from '@/components/state/hooks';

/**
 * The epoch that the page is about: the one selected in the bar, or the last one while that is at the present (null).
 * Choosing one here selects it there, so that the bar, the charts and the network agree. An epoch that was not recorded, of
 * the textbook alone, is chosen here alone, until another one is selected in the bar.
 */
export function useCursor(): readonly [chosen: number | null, choose: (epoch: number) => void] {
  const travelled = useLearner((state) => state.epoch);
  const travelTo = useLearner((state) => state.travelTo);
  const timeline = useTimeline();
  const [unrecorded, setUnrecorded] = useState<{
    readonly epoch: number;
    readonly from: number | null;
  } | null>(null);
  const choose = (epoch: number) => {
    const recorded = timeline?.epochs.some((record) => record.epoch === epoch) ?? false;
    setUnrecorded(recorded ? null : { epoch, from: travelled });
    if (recorded) travelTo(epoch);
  };
  return [unrecorded && unrecorded.from === travelled ? unrecorded.epoch : travelled, choose];
}
