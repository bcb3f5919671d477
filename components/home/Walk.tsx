import Link from 'next/link';
import { nameOf } from '@/components/site/walk/names';
import { minutesOf, sumOf } from '@/lib/site/walk/count';
import { walkMinutes, walkWork } from '@/lib/site/walk/reading';
import words from '@/words/home';
import { LOCALE } from '@/words/locale';
import map from '@/words/site-map';
import styles from './Home.module.css';
import { EpochsWords, FirstLesson, LessonsOfWalk, TrainLink, TrainWords } from './OfNetwork';

interface Props {
  /** The number of questions in a round of the quiz. */
  readonly questions: number;
}

const TRAIN = '/train/';
const isLesson = (href: string) => href.startsWith('/stages/');

const stepsOf = ({ questions }: Props) => [
  {
    href: '/trace/',
    title: words.traceTitle(),
    text: words.traceText(),
  },
  {
    href: TRAIN,
    title: words.trainTitle(),
    text: <TrainWords />,
  },
  {
    href: '/epochs/',
    title: words.epochsTitle(),
    text: <EpochsWords />,
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

/** The lessons of the walk, as its first step. */
async function Lessons() {
  const steps = (await walkWork(LOCALE)).filter(({ href }) => isLesson(href));
  const minutes = minutesOf(sumOf(steps.map(({ walk }) => walk)));
  return (
    <li>
      <h3>
        <FirstLesson href={steps[0].href}>{words.lessonsTitle()}</FirstLesson>
        <Minutes minutes={minutes} />
      </h3>
      <p>
        <LessonsOfWalk stages={steps.map(({ href }) => nameOf(href))}>
          {words.lessonsText()}{' '}
          {steps.map(({ href }) => (
            <span key={href}>
              <Link href={href} prefetch={false}>
                {nameOf(href)}
              </Link>{' '}
            </span>
          ))}
        </LessonsOfWalk>
      </p>
    </li>
  );
}

const Minutes = ({ minutes }: { readonly minutes: number }) => (
  <small className={styles.minutes}>{map.minutes({ minutes })}</small>
);

/** All steps of the walk, in order, with the minutes that are counted for each. */
export async function Walk(props: Props) {
  const [{ walk, rest }, works] = await Promise.all([walkMinutes(LOCALE), walkWork(LOCALE)]);
  const minutes = new Map(works.map((step) => [step.href, minutesOf(step.walk)]));
  return (
    <section aria-labelledby="walk" className={styles.walk}>
      <h2 id="walk">{words.walk()}</h2>
      <p className={styles.time}>{words.minutes({ minutes: walk, rest })}</p>
      <ol className={styles.steps}>
        <Lessons />
        {stepsOf(props).map(({ href, title, text }) => (
          <li key={href}>
            <h3>
              {href === TRAIN ? (
                <TrainLink prefetch={false}>{title}</TrainLink>
              ) : (
                <Link href={href} prefetch={false}>
                  {title}
                </Link>
              )}
              <Minutes minutes={minutes.get(href) ?? 1} />
            </h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
