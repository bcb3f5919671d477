import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '@/components/glossary/Glossary.module.css';
import { GLOSSARY } from '@/components/glossary/glossary';

export const metadata: Metadata = {
  title: 'Glossary',
  description:
    'The words of convolutional networks, each in a sentence or two, with the lesson that tells more.',
};

export default function GlossaryPage() {
  return (
    <div className="column">
      <h1>Glossary</h1>
      <p>
        Each of these words explains itself where it first stands in a lesson: it is underlined with dots, and
        opens when it is pressed.
      </p>
      <dl className={styles.terms}>
        {GLOSSARY.map(({ id, term, says, stage }) => (
          <div key={id} id={id}>
            <dt>{term}</dt>
            <dd>
              {says}{' '}
              {stage && (
                <Link href={`/stages/${stage}/`} prefetch={false} aria-label={`The lesson on ${stage}`}>
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
