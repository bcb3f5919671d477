'use client';

import { useDeferredValue } from 'react';
import bars from '@/components/charts/ProbabilityBars.module.css';
import { barFill, barLength } from '@/components/charts/share';
import { useClassWord, usePipeline } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import { formatPercent } from '@/lib/format/format';
import type { ClassChange } from '@/lib/what-if/ledger';
import { type Outcome as Found, outcomeOf } from '@/lib/what-if/outcome';
import words from '@/words/ledger';
import styles from './Outcome.module.css';
import { useWhatIf } from './use-what-if';

/** What became of the answer: a sentence, and a bar for each of the two classes that it names. */
export function Outcome() {
  const classWord = useClassWord();
  const { classes } = usePipeline().architecture;
  const nameOf = ({ unit }: ClassChange) => classWord(classes[unit]);
  const edited = useWhatIf(({ history }) => history.done.length > 0);
  const original = useWhatIf((state) => state.original);
  const changed = useWhatIf((state) => state.changed);
  // Frames come faster than anyone reads; the sentence follows complete traces.
  const frame = useDeferredValue(useWhatIf((state) => state.frame));
  const before = original?.stages.at(-1)?.values;
  // Until the edits have been applied to another image, its own answer is shown.
  const current = changed && changed.of === original ? changed.trace.stages.at(-1)?.values : before;
  const live = changed?.of === original ? frame?.at(-1)?.values : current;
  const found = before && current ? outcomeOf(before, current) : null;
  const drawn = before && live ? outcomeOf(before, live) : null;
  return (
    <section className={styles.outcome} aria-label={words.outcome()}>
      <p role="status" className={styles.sentence}>
        {found ? sentence(found, edited, nameOf) : <Pending>{words.loading()}</Pending>}
      </p>
      <ul className={bars.bars}>
        {drawn
          ? [drawn.first, drawn.second].map((change) => (
              <li
                key={change.unit}
                className={bars.bar}
                data-best={(change === drawn.second) === drawn.turned}
              >
                <span>{nameOf(change)}</span>
                <span className={`${bars.track} ${styles.track}`} aria-hidden="true">
                  <span className={bars.fill} style={barFill(change.after)} />
                  <span className={styles.was} style={{ insetInlineStart: barLength(change.before) }} />
                </span>
                <span className={`number ${bars.share}`}>{fromTo(change)}</span>
              </li>
            ))
          : [0, 1].map((at) => (
              <li key={at} className={bars.bar}>
                {'\u00a0'}
              </li>
            ))}
      </ul>
    </section>
  );
}

/** Both probabilities, or one where they read alike. */
function fromTo({ before, after }: ClassChange): string {
  const [was, is] = [formatPercent(before), formatPercent(after)];
  return was === is ? is : words.fromTo({ was, is });
}

function sentence({ first, second, turned }: Found, edited: boolean, nameOf: (one: ClassChange) => string) {
  const [name, other] = [nameOf(first), nameOf(second)];
  const [was, is] = [formatPercent(first.before), formatPercent(first.after)];
  const [otherWas, otherIs] = [formatPercent(second.before), formatPercent(second.after)];
  if (turned) return words.turns({ name, was, is, other, otherWas, otherIs });
  if (!edited) return words.untouched({ name, was });
  if (was === is) return words.stays({ name, is });
  return words.moves({ name, was, is, other, otherIs });
}
