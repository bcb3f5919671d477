import type { Metadata } from 'next';
import Link from 'next/link';
import { Part } from '@/components/parts/Part';
import { CourseOnly } from '@/components/site/CourseOnly';
import { NextStep } from '@/components/site/NextStep';
import { Rich } from '@/components/site/Rich';
import { PageHead } from '@/components/site/walk/PageHead';
import { FaultLab } from '@/components/training/faults/FaultLab';
import styles from '@/components/training/faults/Faults.module.css';
import { FAULTS } from '@/lib/challenges/faults/suspicions';
import words from '@/words/faults';
import parts from '@/words/parts';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function FaultsPage() {
  return (
    <div className="wide room">
      <PageHead page="/faults/" title={words.title()} />
      <p className={styles.intro}>
        <Rich
          text={words.intro({ count: FAULTS.length })}
          tags={{ link: (text) => <Link href="/train/">{text}</Link> }}
        />
      </p>
      <Part name={parts.faults()}>
        <CourseOnly what="faults">
          <FaultLab />
        </CourseOnly>
      </Part>
      <NextStep to={['train', 'ways']} />
    </div>
  );
}
