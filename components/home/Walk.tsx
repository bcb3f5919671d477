import Link from 'next/link';
import words from '@/words/home';
import styles from './Home.module.css';

interface Props {
  /** The stage of the first lesson. */
  readonly first: string;
  /** The duration of the walk. */
  readonly minutes: number;
  /** The number of questions in a round of the quiz. */
  readonly questions: number;
}

const stepsOf = ({ first, questions }: Props) => [
  {
    href: `/stages/${first}/`,
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
    text: words.quizText({ count: questions }),
  },
  {
    href: '/insight/',
    title: words.insightTitle(),
    text: words.insightText(),
  },
];

/** All steps of the walk, in order. */
export function Walk(props: Props) {
  return (
    <section aria-labelledby="walk" className={styles.walk}>
      <h2 id="walk">{words.walk()}</h2>
      <p className={styles.time}>{words.minutes({ minutes: props.minutes })}</p>
      <ol className={styles.steps}>
        {stepsOf(props).map(({ href, title, text }) => (
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
