import Link from 'next/link';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { referencePipeline } from '@/lib/course/reference';
import words from '@/words/home';
import styles from './Home.module.css';

const { stages } = referencePipeline;

const STEPS = [
  {
    href: `/stages/${stages[0].id}/`,
    title: words.lessonsTitle(),
    text: words.lessonsText(),
  },
  {
    href: '/trace/',
    title: words.traceTitle(),
    text: words.traceText(),
  },
  {
    href: '/train/',
    title: words.trainTitle(),
    text: words.trainText(),
  },
  {
    href: '/epochs/',
    title: words.epochsTitle(),
    text: words.epochsText(),
  },
  {
    href: '/quiz/',
    title: words.quizTitle(),
    text: words.quizText({ count: REFERENCE_FACTS.quizQuestions }),
  },
  {
    href: '/insight/',
    title: words.insightTitle(),
    text: words.insightText(),
  },
] as const;

/** The whole walk, in its order. */
export function Walk() {
  return (
    <section aria-labelledby="walk" className={styles.walk}>
      <h2 id="walk">{words.walk()}</h2>
      <p className={styles.time}>{words.minutes({ minutes: REFERENCE_FACTS.minutes })}</p>
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
