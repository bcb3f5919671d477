import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '@/components/explore/build/Build.module.css';
import { Builder } from '@/components/explore/build/Builder';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { Rich } from '@/components/site/Rich';
import { PageHead } from '@/components/site/walk/PageHead';
import words from '@/words/build';
import parts from '@/words/parts';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function BuildPage() {
  return (
    <div className="wide room">
      <PageHead page="/build/" title={words.title()} />
      <p className={styles.intro}>
        {words.intro()}{' '}
        <Rich text={words.data()} tags={{ data: (text) => <Link href="/data/">{text}</Link> }} />
      </p>
      <Part name={parts.builder()}>
        <Builder />
      </Part>
      <NextStep to={['train', 'takeHome']} />
    </div>
  );
}
