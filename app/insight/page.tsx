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
      <WalkHead page="/insight/">
        <h1>{words.title()}</h1>
      </WalkHead>
      <p className="column" style={{ marginInline: 0, fontSize: '1.25rem' }}>
        {words.intro()}
      </p>
      <Part name={parts.insight()}>
        <Insight />
      </Part>
      <NextStep to={['build', 'ways']} />
    </div>
  );
}
