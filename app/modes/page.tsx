import type { Metadata } from 'next';
import { ModeList } from '@/components/ways/modes/ModeList';
import styles from '@/components/ways/modes/Modes.module.css';
import { loadModes } from '@/components/ways/modes/modes';
import { ProgressMap } from '@/components/ways/modes/ProgressMap';
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
      <ProgressMap modes={modes.map(({ mode, title }) => ({ mode, title }))} />
    </div>
  );
}
