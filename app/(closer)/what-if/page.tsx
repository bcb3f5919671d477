import type { Metadata } from 'next';
import { FailurePart } from '@/components/explore/failures/FailurePart';
import { WhatIf } from '@/components/explore/what-if/WhatIf';
import { ImageHead } from '@/components/images/ImageHead';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import parts from '@/words/parts';
import words from '@/words/what-if';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function WhatIfPage() {
  return (
    <div className="wide room">
      <ImageHead page="/what-if/" title={words.title()}>
        {words.intro()} <span data-site>{words.follows()}</span>
      </ImageHead>
      <Part name={parts.whatIf()}>
        <WhatIf />
      </Part>
      <FailurePart />
      <NextStep to={['sees', 'backward']} />
    </div>
  );
}
