'use client';

import { type FormEvent, useState } from 'react';
import { architectureText, readArchitecture } from '@/lib/challenges/architecture-text';
import type { Verdict } from '@/lib/challenges/problem';
import type { Architecture } from '@/lib/network/architecture';
import { ok } from '@/lib/result';
import words from '@/words/challenge';
import { ArchitectureForm } from '../ArchitectureForm';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';
import { CheckButton } from '../CheckButton';

interface Props extends BodyProps {
  readonly broken: Architecture;
  check(architecture: Architecture): Verdict;
}

/** A network whose layers don't fit together, to be repaired in its form. */
export function RepairProblem({ busy, judge, broken, check }: Props) {
  const [text, setText] = useState(() => architectureText(broken));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readArchitecture(broken, text);
    setProblems(read.problems);
    if (read.architecture) judge(ok(check(read.architecture)));
  };
  return (
    <form onSubmit={submit} noValidate>
      <ArchitectureForm
        base={broken}
        text={text}
        problems={problems}
        onChange={(next) => {
          setText(next);
          setProblems({});
        }}
      />
      <p className={`button-row ${styles.tools}`}>
        <CheckButton busy={busy} />
        <button type="button" className="button-quiet" onClick={() => setText(architectureText(broken))}>
          {words.beginAgain()}
        </button>
      </p>
    </form>
  );
}
