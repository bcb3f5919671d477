import type { Metadata } from 'next';
import { TakeHome } from '@/components/explore/take-home/TakeHome';
import { WholeSubject } from '@/components/explore/take-home/WholeSubject';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { PageHead } from '@/components/site/walk/PageHead';
import parts from '@/words/parts';
import wholeWords from '@/words/subject-file';
import words from '@/words/take-home';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function TakeHomePage() {
  return (
    <div className="column">
      <PageHead page="/take-home/" title={words.title()} />
      <p>{words.intro()}</p>
      <Part name={parts.takeHome()}>
        <TakeHome />
      </Part>
      <Part name={wholeWords.title()}>
        <WholeSubject />
      </Part>
      <NextStep to={['networks', 'ways']} />
    </div>
  );
}
