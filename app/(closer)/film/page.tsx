import type { Metadata } from 'next';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { PageHead } from '@/components/site/walk/PageHead';
import { Film } from '@/components/trace/film/Film';
import styles from '@/components/trace/film/Film.module.css';
import { readFilm } from '@/lib/site/walk/film';
import words from '@/words/film';
import { LOCALE } from '@/words/locale';
import parts from '@/words/parts';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default async function FilmPage() {
  const script = await readFilm(LOCALE);
  return (
    <div className="wide room">
      <header className={styles.head}>
        <PageHead page="/film/" title={words.title()} />
        <p>{words.intro()}</p>
      </header>
      <Part name={parts.film()}>
        <Film script={script} />
      </Part>
      <NextStep to={['lessons', 'train']} />
    </div>
  );
}
