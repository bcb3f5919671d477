import type { Metadata } from 'next';
import styles from '@/components/glossary/Glossary.module.css';
import { GLOSSARY, otherWordOf, type Term } from '@/components/glossary/glossary';
import { LessonOnTerm } from '@/components/glossary/LessonOnTerm';
import { NextStep } from '@/components/site/NextStep';
import { PageHead } from '@/components/site/walk/PageHead';
import words from '@/words/glossary';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

/** A term, and beside it the other language's word for it. */
function Word({ term }: { readonly term: Term }) {
  const other = otherWordOf(term);
  return (
    <dt>
      {term.term}
      {other && (
        <>
          {' · '}
          <i lang={other.language}>{other.word}</i>
        </>
      )}
    </dt>
  );
}

export default function GlossaryPage() {
  return (
    <div className="column">
      <PageHead page="/glossary/" title={words.title()} lookedUp />
      <p>{words.intro()}</p>
      <dl className={styles.terms}>
        {GLOSSARY.map((term) => (
          <div key={term.id} id={term.id}>
            <Word term={term} />
            <dd>
              {term.says} {term.stage && <LessonOnTerm stage={term.stage} named />}
            </dd>
          </div>
        ))}
      </dl>
      <NextStep to={['lessons', 'recall', 'ways']} />
    </div>
  );
}
