import type { Metadata } from 'next';
import { Insight } from '@/components/explore/insight/Insight';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { WalkHead } from '@/components/site/walk/WalkHead';
import words from '@/words/insight';
import parts from '@/words/parts';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function InsightPage() {
  return (
    <div className="wide">
      <Part name={parts.insight()}>
        <Insight>
          <WalkHead page="/insight/" title={words.title()} />
          <p style={{ fontSize: 'var(--size-lead)' }}>{words.intro()}</p>
        </Insight>
      </Part>
      <NextStep to={['build', 'ways']} />
    </div>
  );
}
