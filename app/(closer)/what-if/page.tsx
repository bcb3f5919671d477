import type { Metadata } from 'next';
import { FailurePart } from '@/components/explore/failures/FailurePart';
import { WhatIf } from '@/components/explore/what-if/WhatIf';
import styles from '@/components/explore/what-if/WhatIf.module.css';
import { ChosenImage } from '@/components/images/ChosenImage';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { PageHead } from '@/components/site/walk/PageHead';
import parts from '@/words/parts';
import words from '@/words/what-if';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function WhatIfPage() {
  return (
    <div className="wide room">
      <div className={styles.opening}>
        <PageHead page="/what-if/" title={words.title()} />
        <p>
          {words.intro()} <span data-site>{words.follows()}</span>
        </p>
        <Part name={parts.image()}>
          <ChosenImage />
        </Part>
      </div>
      <Part name={parts.whatIf()}>
        <WhatIf />
      </Part>
      <FailurePart />
      <NextStep to={['sees', 'backward']} />
    </div>
  );
}
