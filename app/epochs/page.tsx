import type { Metadata } from 'next';
import Link from 'next/link';
import { Part } from '@/components/parts/Part';
import { WithImages } from '@/components/site/NeedsImages';
import { NextStep } from '@/components/site/NextStep';
import { Rich } from '@/components/site/Rich';
import { WalkHead } from '@/components/site/walk/WalkHead';
import { EpochsIntro } from '@/components/training/epochs/EpochsIntro';
import { EpochsView } from '@/components/training/epochs/EpochsView';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import words from '@/words/epochs';
import parts from '@/words/parts';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function EpochsPage() {
  return (
    <div className="wide room">
      <WalkHead page="/epochs/" title={words.title()} />
      <Part name={parts.epochs()}>
        <EpochsView textbook={REFERENCE_FACTS.trainingTrace}>
          <EpochsIntro />
        </EpochsView>
      </Part>
      <WithImages>
        <p>
          <Rich text={words.trainIt()} tags={{ link: (text) => <Link href="/train/">{text}</Link> }} />
        </p>
      </WithImages>
      <NextStep to={['quiz', 'train']} />
    </div>
  );
}
