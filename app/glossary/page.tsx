import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '@/components/glossary/Glossary.module.css';
import { GLOSSARY } from '@/components/glossary/glossary';
import words from '@/words/glossary';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function GlossaryPage() {
  return (
    <div className="column">
      <h1>{words.title()}</h1>
      <p>{words.intro()}</p>
      <dl className={styles.terms}>
        {GLOSSARY.map(({ id, term, says, stage }) => (
          <div key={id} id={id}>
            <dt>{term}</dt>
            <dd>
              {says}{' '}
              {stage && (
                <Link href={`/stages/${stage}/`} prefetch={false} aria-label={words.lessonOn({ stage })}>
                  {stage}
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
