import { conclude } from '@/lib/experiment/conclusion';
import type { Experiment } from '@/lib/experiment/plan';
import words from '@/words/experiment-conclusion';
import { brokenSentence, guessSentence, headline, methodSentence, pairSentence } from './conclusion-words';
import styles from './Experiment.module.css';

/** What the experiment says, in words: which differences are more than noise, and which are not. */
export function ConclusionWords({ experiment }: { readonly experiment: Experiment }) {
  const { plan } = experiment;
  const conclusion = conclude(experiment);
  if (!conclusion) return null;
  const further = [brokenSentence(plan, conclusion), guessSentence(plan, conclusion)];
  return (
    <section className={styles.conclusion} aria-label={words.conclusion()}>
      <h4>{headline(plan, conclusion)}</h4>
      <ul>
        {conclusion.pairs.map((pair) => (
          <li key={`${pair.ahead} ${pair.behind}`}>{pairSentence(plan, pair)}</li>
        ))}
      </ul>
      {further.map((sentence) => sentence && <p key={sentence}>{sentence}</p>)}
      {conclusion.pairs.length > 0 && (
        <details>
          <summary>{words.howReckoned()}</summary>
          <p>{methodSentence(plan, conclusion)}</p>
        </details>
      )}
    </section>
  );
}
