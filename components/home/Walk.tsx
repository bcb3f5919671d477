import Link from 'next/link';
import { REFERENCE_FACTS, referencePipeline } from '@/lib/pipeline/reference';
import styles from './Home.module.css';

const { stages } = referencePipeline;

const STEPS = [
  {
    href: `/stages/${stages[0].id}/`,
    title: 'Read the lessons',
    text: 'One for each stage. Every shape and every example is computed from the network and the picture at hand.',
  },
  {
    href: '/trace/',
    title: 'Step through a prediction',
    text: 'One layer after the other, from the pixels to ten probabilities, with pause and step back.',
  },
  {
    href: '/train/',
    title: 'Train it live',
    text: 'Start from random weights and watch filters, feature maps and answers change with every batch.',
  },
  {
    href: '/epochs/',
    title: 'Read the epochs',
    text: 'What the textbook claims beside what was really measured, epoch by epoch.',
  },
  {
    href: '/quiz/',
    title: 'Take the quiz',
    text: `${REFERENCE_FACTS.quizQuestions} questions a round, with the reason behind every answer.`,
  },
  {
    href: '/insight/',
    title: 'The key insight',
    text: 'What all of this comes down to, shown with your own picture and your own run.',
  },
] as const;

/** The whole walk, in its order. */
export function Walk() {
  return (
    <section aria-labelledby="walk" className={styles.walk}>
      <h2 id="walk">The walk</h2>
      <p className={styles.time}>
        About {REFERENCE_FACTS.minutes} minutes from end to end; stop anywhere and come back.
      </p>
      <ol className={styles.steps}>
        {STEPS.map(({ href, title, text }) => (
          <li key={href}>
            <h3>
              <Link href={href} prefetch={false}>
                {title}
              </Link>
            </h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
