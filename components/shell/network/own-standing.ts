import { useStore } from 'zustand';
import { useSubject } from '@/components/state/hooks';
import { formatPercent } from '@/lib/format/format';
import { siteSetName } from '@/lib/network/subject';
import { inBrief, TITLES, trainedOnSet } from '@/lib/shelf/titles';
import { runsStore } from '@/lib/store/runs/runs';
import words from '@/words/own-standing';

export interface Standing {
  readonly words: string;
  /** The same where there is little room. */
  readonly brief: string;
}

/** How well the learner's own network does, as measured after its last epoch; null where that is not what is shown. */
function useMeasured(): Standing | null {
  const epoch = useSubject(({ network }) => network?.epoch);
  const id = useSubject(({ subject }) => subject.id);
  const last = useStore(runsStore, ({ own }) => own?.epochs.at(-1));
  if (!last || last.epoch !== epoch) return null;
  const { testAccuracy, heldOutAccuracy } = last;
  // The images are a network's of the shelf; those of one's own name theirs.
  const title = TITLES.find((one) => one.id === id);
  const trainedOn = title ? `; ${trainedOnSet(title)}` : '';
  const right =
    testAccuracy === undefined
      ? words.rightOfValidation({ share: formatPercent(heldOutAccuracy) })
      : words.rightOfTest({ share: formatPercent(testAccuracy) });
  return {
    words: `${words.trained()}; ${right}${trainedOn}`,
    brief: title && testAccuracy !== undefined ? inBrief(title, testAccuracy).replace(/<\/?of>/g, '') : right,
  };
}

/** Where the shown weights come from where they don't come with the site, and how good they are; null until that is known. */
export function useOwnStanding(): Standing | null {
  const origin = useSubject(({ network }) => network?.origin);
  const isMade = useSubject(({ subject }) => subject.brought !== undefined);
  const site = useSubject(({ subject }) => siteSetName(subject.dataSet.images));
  const measured = useMeasured();
  switch (origin) {
    case 'opened':
      return isMade
        ? { words: site ? words.forSiteSet({ name: site }) : words.forDataSet(), brief: words.untrained() }
        : { words: words.opened(), brief: words.opened() };
    case 'initial':
      return { words: words.untrained(), brief: words.untrained() };
    case 'trained':
      return measured ?? { words: words.trained(), brief: words.trainedBriefly() };
    default:
      return null;
  }
}
