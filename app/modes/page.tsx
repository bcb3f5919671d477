import type { Metadata } from 'next';
import { ModeList } from '@/components/modes/ModeList';
import styles from '@/components/modes/Modes.module.css';
import { loadModes } from '@/components/modes/modes';
import { ProgressMap } from '@/components/modes/ProgressMap';

export const metadata: Metadata = {
  title: 'Ways to learn',
  description:
    'Several ways to learn the same live network: follow it, ask why, take it apart. Choose what suits you, and see how far you have come.',
};

export default async function ModesPage() {
  const modes = (await loadModes()).map(({ Body, ...facts }) => facts);
  return (
    <div className="wide">
      <h1>Ways to learn</h1>
      <p className={styles.intro}>
        It is always the same network, live in your browser. Choose the way that suits you, or change it half
        way.
      </p>
      <ModeList modes={modes} />
      <ProgressMap modes={modes.map(({ mode, title }) => ({ mode, title }))} />
    </div>
  );
}
