'use client';

import { useState } from 'react';
import { Field } from '@/components/controls/Field';
import { MOST_CLASSES } from '@/lib/data/sets/training/set-problem';
import { readClassNames } from '@/lib/interchange/class-names';
import { fail, type Result } from '@/lib/result';
import { edit } from '@/lib/store/explore/build';
import words from '@/words/build';
import own from '@/words/own-set';
import styles from './Build.module.css';

/** Fewer are nothing to choose from. */
const FEWEST = 2;

/** The names in a text, as many as it has lines; or a sentence on what is wrong with them. */
function namesIn(text: string): Result<readonly string[]> {
  const count = text.trimEnd().split('\n').length;
  if (count > MOST_CLASSES) return fail(own.manyClasses({ count, most: MOST_CLASSES }));
  if (count < FEWEST) return fail(words.fewClasses({ fewest: FEWEST }));
  return readClassNames(text, count);
}

/** The class names as text, one a line. Each change that can be read is an edit of the network. */
export function OwnClasses({ classes }: { readonly classes: readonly string[] }) {
  const present = classes.join('\n');
  // What is typed counts until something else changes the classes, such as Undo.
  const [typed, setTyped] = useState({ of: present, text: present });
  const text = typed.of === present ? typed.text : present;
  const names = namesIn(text);
  const type = (value: string) => {
    const read = namesIn(value);
    setTyped({ of: read.ok ? read.value.join('\n') : present, text: value });
    if (read.ok) edit({ type: 'classes', classes: read.value }, 'classes');
  };
  return (
    <details className={styles.classes}>
      <summary>{words.classNames()}</summary>
      <Field
        label={words.classNames()}
        hint={words.classNamesHow()}
        problem={names.ok ? undefined : names.problem.sentence}
      >
        {(ties) => (
          <textarea
            {...ties}
            value={text}
            rows={Math.min(12, classes.length + 1)}
            spellCheck={false}
            onChange={({ currentTarget }) => type(currentTarget.value)}
          />
        )}
      </Field>
    </details>
  );
}
