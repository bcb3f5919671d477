import { useStore } from 'zustand';
import { useSubject } from '@/components/state/hooks';
import { formatPercent } from '@/lib/format/format';
import { runsStore } from '@/lib/store/runs/runs';
import words from '@/words/own-standing';

export interface Standing {
  readonly words: string;
  /** The same where there is little room. */
  readonly brief: string;
}

/** How well the learner's own network does, as measured after its last epoch; null where that is not what is shown. */
function useMeasured(): string | null {
  const epoch = useSubject(({ network }) => network?.epoch);
  const last = useStore(runsStore, ({ own }) => own?.epochs.at(-1));
  if (!last || last.epoch !== epoch) return null;
  const { testAccuracy, heldOutAccuracy } = last;
  return testAccuracy === undefined
    ? words.rightOfValidation({ share: formatPercent(heldOutAccuracy) })
    : words.rightOfTest({ share: formatPercent(testAccuracy) });
}

/** Where the shown weights come from where they don't come with the site, and how good they are; null until that is known. */
export function useOwnStanding(): Standing | null {
  const origin = useSubject(({ network }) => network?.origin);
  const isMade = useSubject(({ subject }) => subject.brought !== undefined);
  const measured = useMeasured();
  switch (origin) {
    case 'opened':
      return isMade
        ? { words: words.forDataSet(), brief: words.untrained() }
        : { words: words.opened(), brief: words.opened() };
    case 'initial':
      return { words: words.untrained(), brief: words.untrained() };
    case 'trained':
      return measured
        ? { words: `${words.trained()}; ${measured}`, brief: measured }
        : { words: words.trained(), brief: words.trainedBriefly() };
    default:
      return null;
  }
}
