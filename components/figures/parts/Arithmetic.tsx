import type { Ask } from '@/lib/kinds/questions/asks';
import styles from './Arithmetic.module.css';

/** A number of an equation with its name below; or an operator between two of them. */
export type Part =
  | string
  | {
      readonly text: string;
      readonly note?: string;
      /** The followed value has the accent colour. */
      readonly followed?: boolean;
      /** The question for which it is hidden. */
      readonly veil?: Ask;
    };

type Written = Exclude<Part, string>;

/** A number with the operator before it: a line never breaks between the two. */
interface Step {
  readonly sign: string;
  readonly part: Written;
}

function stepsOf(parts: readonly Part[]): Step[] {
  const steps: Step[] = [];
  let sign = '';
  for (const part of parts) {
    if (typeof part === 'string') sign += part;
    else {
      steps.push({ sign, part });
      sign = '';
    }
  }
  return steps;
}

/** An equation in real numbers: "0.4312 + −0.0123 = 0.4189", each number with its name below. */
export function Arithmetic({ parts, label }: { readonly parts: readonly Part[]; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of words, not of controls
    <div className={styles.line} role="group" aria-label={label}>
      {stepsOf(parts).map(({ sign, part }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts keep their order and equal ones are interchangeable
        <span key={`${at} ${part.note}`} className={styles.step}>
          {sign && <span className={styles.sign}>{sign}</span>}
          <span className={styles.part} data-followed={part.followed ?? false}>
            <span className={`number ${styles.value}`}>
              <span data-veil={part.veil}>{part.text}</span>
            </span>
            {part.note && <span className={styles.note}>{part.note}</span>}
          </span>
        </span>
      ))}
    </div>
  );
}
