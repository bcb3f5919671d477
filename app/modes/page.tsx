import type { Metadata } from 'next';
import { ModeList } from '@/components/ways/modes/ModeList';
import styles from '@/components/ways/modes/Modes.module.css';
import { loadModes } from '@/components/ways/modes/modes';
import { ProgressMap } from '@/components/ways/modes/ProgressMap';
import { PROBLEM_IDS, PROBLEM_TITLES } from '@/lib/course/challenges/ids';
import { referencePipeline } from '@/lib/course/reference';
import words from '@/words/modes';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default async function ModesPage() {
  const modes = (await loadModes()).map(({ Body, ...facts }) => facts);
  return (
    <div className="wide">
      <h1>{words.title()}</h1>
      <p className={styles.intro}>{words.intro()}</p>
      <ModeList modes={modes} />
      <ProgressMap
        stages={referencePipeline.stages.map(({ id, title }) => ({ id, title }))}
        modes={modes.map(({ mode, title }) => ({ mode, title }))}
        problems={PROBLEM_IDS.map((id) => ({ id, title: PROBLEM_TITLES[id] }))}
      />
    </div>
  );
}
