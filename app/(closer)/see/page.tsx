import type { Metadata } from 'next';
import { Activates } from '@/components/explore/see/Activates';
import { Answered } from '@/components/explore/see/Answered';
import { Methods } from '@/components/explore/see/Methods';
import { Neighbours } from '@/components/explore/see/Neighbours';
import styles from '@/components/explore/see/See.module.css';
import { Versus } from '@/components/explore/see/versus/Versus';
import { ChosenImage } from '@/components/images/ChosenImage';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { PageHead } from '@/components/site/walk/PageHead';
import parts from '@/words/parts';
import words from '@/words/see';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function SeePage() {
  return (
    <div className="wide room">
      <PageHead page="/see/" title={words.title()} />
      <div className={styles.opening}>
        <p className={styles.intro}>{words.intro()}</p>
        <Part name={parts.image()}>
          <ChosenImage />
        </Part>
      </div>
      <Part name={parts.methods()}>
        <Methods />
      </Part>
      <Part name={parts.versus()}>
        <Versus />
      </Part>
      <Part name={parts.activation()}>
        <Activates />
      </Part>
      <Part name={parts.neighbours()}>
        <Neighbours />
      </Part>
      <Part name={parts.answered()}>
        <Answered />
      </Part>
      <NextStep to={['faults', 'ways']} />
    </div>
  );
}
