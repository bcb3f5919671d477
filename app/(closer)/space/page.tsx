import type { Metadata } from 'next';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { PageHead } from '@/components/site/walk/PageHead';
import styles from '@/components/trace/space/Space.module.css';
import { SpaceIntro } from '@/components/trace/space/SpaceIntro';
import { SpacePart } from '@/components/trace/space/SpacePart';
import parts from '@/words/parts';
import words from '@/words/space';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function SpacePage() {
  return (
    <div className="wide">
      <header className={styles.head}>
        <PageHead page="/space/" title={words.title()} />
      </header>
      <Part name={parts.space()}>
        <SpacePart />
      </Part>
      <SpaceIntro />
      <NextStep to={['trace', 'backward']} />
    </div>
  );
}
