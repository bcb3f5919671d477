import type { Metadata } from 'next';
import { Activates } from '@/components/explore/see/Activates';
import { Answered } from '@/components/explore/see/Answered';
import { Methods } from '@/components/explore/see/Methods';
import { Neighbours } from '@/components/explore/see/Neighbours';
import { Versus } from '@/components/explore/see/versus/Versus';
import { ImageHead } from '@/components/images/ImageHead';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import parts from '@/words/parts';
import words from '@/words/see';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function SeePage() {
  return (
    <div className="wide room">
      <ImageHead page="/see/" title={words.title()}>
        {words.intro()}
      </ImageHead>
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
