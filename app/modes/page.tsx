import type { Metadata } from 'next';
import { NextStep } from '@/components/site/NextStep';
import { PageHead } from '@/components/site/walk/PageHead';
import { ModeList, type Way } from '@/components/ways/modes/ModeList';
import styles from '@/components/ways/modes/Modes.module.css';
import { loadModes } from '@/components/ways/modes/modes';
import { ProgressMap } from '@/components/ways/modes/ProgressMap';
import { PROBLEM_IDS, PROBLEM_TITLES } from '@/lib/course/challenges/ids';
import { minutesOf } from '@/lib/site/walk/count';
import { workOfPage } from '@/lib/site/walk/reading';
import faults from '@/words/faults';
import { LOCALE } from '@/words/locale';
import words from '@/words/modes';
import whatIf from '@/words/what-if';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

/** Two more, which are tools with pages of their own. */
const BESIDE: readonly Omit<Way, 'minutes'>[] = [
  { href: '/what-if/', title: whatIf.title(), summary: whatIf.description(), after: words.afterWhatIf() },
  { href: '/faults/', title: faults.title(), summary: faults.description(), after: words.afterFaults() },
];

const withMinutes = async (way: Omit<Way, 'minutes'>): Promise<Way> => ({
  ...way,
  minutes: minutesOf((await workOfPage(way.href, LOCALE)).whole),
});

export default async function ModesPage() {
  const modes = (await loadModes()).map(({ Body, ...facts }) => facts);
  return (
    <div className="wide">
      <PageHead page="/modes/" title={words.title()} />
      <p className={styles.intro}>{words.intro()}</p>
      <ModeList ways={modes.map((mode) => ({ ...mode, href: `/modes/${mode.mode}/` }))} level="h2" />
      <h2>{words.beside()}</h2>
      <ModeList ways={await Promise.all(BESIDE.map(withMinutes))} level="h3" />
      <ProgressMap
        modes={modes.map(({ mode, title }) => ({ mode, title }))}
        problems={PROBLEM_IDS.map((id) => ({ id, title: PROBLEM_TITLES[id] }))}
      />
      <NextStep to={['lessons', 'recall']} />
    </div>
  );
}
