import type { PlanText } from '@/lib/experiment/read-plan';
import words from '@/words/experiment';
import styles from './Experiment.module.css';
import { variantWords } from './words';

interface Props {
  readonly text: PlanText;
  onGuess(guess: number): void;
}

const NONE = -1;

/** What the learner expects, before anything is known. It can be left open. */
export function Guess({ text, onGuess }: Props) {
  const names = variantWords(text);
  const options = [...names.map((name, at) => [at, name] as const), [NONE, words.noneBetter()] as const];
  return (
    <fieldset className={styles.guess}>
      <legend>{words.whichWins()}</legend>
      {options.map(([at, name]) => (
        <label key={at}>
          <input type="radio" name="guess" checked={text.guess === at} onChange={() => onGuess(at)} />
          <span>{name || words.notGiven()}</span>
        </label>
      ))}
    </fieldset>
  );
}
