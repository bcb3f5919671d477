import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '@/components/explore/open/Open.module.css';
import { OpenedList } from '@/components/explore/open/OpenedList';
import { OpenNetwork } from '@/components/explore/open/OpenNetwork';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { Rich } from '@/components/site/Rich';
import { PageHead } from '@/components/site/walk/PageHead';
import words from '@/words/open-network';
import parts from '@/words/parts';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function OpenPage() {
  return (
    <div className="wide">
      <PageHead page="/open/" title={words.title()} />
      <div className={styles.intro}>
        <p>{words.intro()}</p>
        <p>{words.formats()}</p>
        <p>
          <Rich text={words.data()} tags={{ data: (text) => <Link href="/data/">{text}</Link> }} />
        </p>
      </div>
      <Part name={parts.openNetwork()}>
        <OpenNetwork />
      </Part>
      <Part name={parts.openedNetworks()}>
        <OpenedList />
      </Part>
      <NextStep to={['trace', 'sees']} />
    </div>
  );
}
