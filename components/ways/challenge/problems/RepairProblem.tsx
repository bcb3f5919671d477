'use client';

import { type FormEvent, useState } from 'react';
import { architectureText, readArchitecture } from '@/lib/challenges/architecture-text';
import { BROKEN, checkRepair } from '@/lib/course/challenges/repair';
import { ok } from '@/lib/result';
import words from '@/words/challenge';
import { ArchitectureForm } from '../ArchitectureForm';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';

/** A network whose layers don't fit, to be put right in its form. */
export function RepairProblem({ busy, judge }: BodyProps) {
  const [text, setText] = useState(() => architectureText(BROKEN));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readArchitecture(BROKEN, text);
    setProblems(read.problems);
    if (read.architecture) judge(ok(checkRepair(read.architecture)));
  };
  return (
    <form onSubmit={submit} noValidate>
      <ArchitectureForm
        base={BROKEN}
        text={text}
        problems={problems}
        onChange={(next) => {
          setText(next);
          setProblems({});
        }}
      />
      <p className={styles.tools}>
        <CheckButton busy={busy} />
        <button type="button" className="button-quiet" onClick={() => setText(architectureText(BROKEN))}>
          {words.beginAgain()}
        </button>
      </p>
    </form>
  );
}
