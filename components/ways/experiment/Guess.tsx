import { Radios } from '@/components/controls/Radios';
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
    <Radios
      className={styles.guess}
      legend={<legend>{words.whichWins()}</legend>}
      name="guess"
      options={options.map(([value, name]) => ({ value, words: name || words.notGiven() }))}
      chosen={text.guess}
      onChoose={onGuess}
    />
  );
}
