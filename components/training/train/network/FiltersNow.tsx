'use client';

import { memo } from 'react';
import { ChoiceField } from '@/components/controls/ChoiceField';
import { formatCount } from '@/lib/format/format';
import { withFilters } from '@/lib/kinds/parts/filters';
import type { NetworkState } from '@/lib/network/run';
import words from '@/words/network-now';
import type { ComparedState } from './compare';
import { FilterTiles } from './FilterTiles';
import styles from './Network.module.css';
import { useNetworkNow } from './use-network-now';

interface Props {
  readonly moment: ComparedState;
  onMoment(moment: ComparedState): void;
}

/** The filters of the first convolution as they change, and the choice of the network's state shown. */
export const FiltersNow = memo(function FiltersNow({ moment: asked, onMoment }: Props) {
  const { pipeline, trace, start, moment } = useNetworkNow(asked);
  const reading = withFilters(pipeline.stages).at(0);
  return (
    <section aria-label={words.filtersNow()} className={styles.filtersNow}>
      {reading && (
        <FilterTiles
          stage={reading}
          now={trace?.weights[reading.id] ?? null}
          start={start?.weights[reading.id] ?? null}
          moment={moment}
        />
      )}
      <BeforeAfterChoice moment={moment} start={start?.network ?? null} onChoose={onMoment} />
    </section>
  );
});

/** "Before the first step", or the step from which this image was watched. */
const stepWord = ({ step }: NetworkState): string =>
  words.atStep({ step: String(step), count: formatCount(step) });

interface ChoiceProps {
  readonly moment: ComparedState;
  /** The state to compare with; null when there is none. */
  readonly start: NetworkState | null;
  onChoose(moment: ComparedState): void;
}

/** The choice of the network's state that the image's answer, the filters and the maps show. */
const BeforeAfterChoice = ({ moment, start, onChoose }: ChoiceProps) => (
  <ChoiceField
    label={words.which()}
    options={[
      { value: 'now', words: words.now() },
      { value: 'start', words: start ? stepWord(start) : words.before() },
      { value: 'change', words: words.change() },
    ]}
    chosen={moment}
    disabled={start === null}
    onChoose={onChoose}
  />
);
