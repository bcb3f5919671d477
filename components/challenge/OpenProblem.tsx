'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useProgress } from '@/components/state/hooks';
import { PROBLEM_TITLES, type ProblemId } from '@/lib/challenges/ids';
import { PROBLEMS } from '@/lib/challenges/problems';
import { UNTRIED } from '@/lib/challenges/standing';
import words from '@/words/challenge';
import type { BodyProps, Said } from './bench';
import styles from './Challenge.module.css';
import { Hints } from './Hints';
import { DeadProblem } from './problems/DeadProblem';
import { EdgesProblem } from './problems/EdgesProblem';
import { FaultProblem } from './problems/FaultProblem';
import { FoolProblem } from './problems/FoolProblem';
import { RepairProblem } from './problems/RepairProblem';
import { ShapeProblem } from './problems/ShapeProblem';
import { SmallProblem } from './problems/SmallProblem';
import { ThresholdProblem } from './problems/ThresholdProblem';
import { WayProblem } from './problems/WayProblem';
import { WeightProblem } from './problems/WeightProblem';
import { Stars } from './Stars';

const BODIES: Readonly<Record<ProblemId, ComponentType<BodyProps>>> = {
  shape: ShapeProblem,
  repair: RepairProblem,
  edges: EdgesProblem,
  way: WayProblem,
  dead: DeadProblem,
  fool: FoolProblem,
  weight: WeightProblem,
  threshold: ThresholdProblem,
  fault: FaultProblem,
  small: SmallProblem,
};

interface Props extends Pick<BodyProps, 'getLab' | 'trainer'> {
  readonly id: ProblemId;
  /** What was said to the last answer. */
  readonly said: Said | null;
  onSaid(id: ProblemId, said: Said): void;
}

function verdictWords({ right, sentence }: Said): string {
  if (right === null) return sentence;
  return right ? words.right({ why: sentence }) : words.notYet({ why: sentence });
}

/** One problem: what is to be done, the means to do it, hints, and what is said to an answer. */
export function OpenProblem({ id, said, getLab, trainer, onSaid }: Props) {
  const standing = useProgress((state) => state.challenges[id] ?? UNTRIED);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const judge: BodyProps['judge'] = async (answer) => {
    if (busy) return;
    setBusy(true);
    const judged = await answer;
    setBusy(false);
    onSaid(id, judged.ok ? judged.value : { right: null, sentence: judged.problem.sentence });
  };
  const Body = BODIES[id];
  const { attempts, stars } = standing;
  return (
    <section aria-labelledby="problem" className={styles.problemRoom}>
      <h3 id="problem" ref={heading} tabIndex={-1}>
        {PROBLEM_TITLES[id]}
      </h3>
      <p className={styles.text}>{PROBLEMS[id].text}</p>
      <Body {...{ getLab, trainer, busy, judge }} />
      <p role="status" className={styles.verdict} data-right={said?.right === true}>
        {said && verdictWords(said)}
      </p>
      <p className={styles.standing}>
        <Stars stars={stars} /> {stars > 0 ? words.solved({ attempts }) : words.soFar({ attempts })}
      </p>
      <Hints id={id} standing={standing} />
    </section>
  );
}
