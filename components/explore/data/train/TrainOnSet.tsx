'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Field } from '@/components/controls/Field';
import open from '@/components/explore/open/Open.module.css';
import { useEngine, useSubject } from '@/components/state/hooks';
import { mayLeave } from '@/components/state/use-ask-before-leaving';
import { TRAINING_SHARE } from '@/lib/data/sets/training/divide';
import { setProblem } from '@/lib/data/sets/training/set-problem';
import { formatCount, formatDuration, formatShape } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import { type Pipeline, pipelineOf } from '@/lib/network/pipeline';
import { frozenStages } from '@/lib/network/transfer';
import { stepEstimate } from '@/lib/run/progress';
import { numberOf, rangeProblem } from '@/lib/run/setting-problems';
import { LARGEST_SEED } from '@/lib/run/settings';
import { PRESETS } from '@/lib/shelf/presets';
import { titleOf } from '@/lib/shelf/titles';
import { turnToOpened } from '@/lib/store/session/turn-to-opened';
import type { KeptSet } from '@/lib/store/subject/kept-set-head';
import { forClasses, networkForSet, USUAL_SEED } from '@/lib/store/subject/train-on-set';
import build from '@/words/build';
import settings from '@/words/setting-problems';
import words from '@/words/train-on-set';
import { useKeptSets } from '../use-kept-sets';
import styles from './TrainOnSet.module.css';

const TRAIN = '/train/';

const CHOICES = ['transfer', 'reference', 'tinyVgg', 'lenet', 'photographs', 'shown'] as const;
type StartChoice = (typeof CHOICES)[number];

interface SetProps {
  /** The network that is proposed. */
  readonly begins?: StartChoice;
}

/** A network to be trained on a data set that this browser keeps; nothing where it keeps none. */
export function TrainOnSet({ begins = 'transfer' }: SetProps) {
  const sets = useKeptSets();
  const [chosen, setChosen] = useState<string | null>(null);
  const set = sets?.find(({ id }) => id === chosen) ?? sets?.[0];
  if (!sets || !set) return null;
  return (
    <section aria-labelledby="train-on-set" className={styles.train}>
      <h2 id="train-on-set">{words.heading()}</h2>
      <Choices {...{ sets, set, begins }} onChoose={setChosen} />
    </section>
  );
}

interface Props {
  readonly sets: readonly KeptSet[];
  readonly set: KeptSet;
  readonly begins: StartChoice;
  onChoose(id: string): void;
}

function Choices({ sets, set, begins, onChoose }: Props) {
  const router = useRouter();
  const shown = useSubject(({ subject }) => subject.architecture);
  const title = useSubject(({ subject }) => titleOf(subject));
  const [choice, setChoice] = useState(begins);
  const [state, setState] = useState<{ readonly busy: boolean; readonly sentence: string }>({
    busy: false,
    sentence: '',
  });
  const [typed, setTyped] = useState(String(USUAL_SEED));
  // Where the set's folders name all parts, nothing is drawn.
  const isDrawn = set.counts.some((split) => split.every((count) => count === 0));
  const read = numberOf(typed);
  const seedProblem = isDrawn ? seedProblemOf(typed, read) : null;
  const seed = isDrawn && read !== null ? read : USUAL_SEED;
  const problem = setProblem(set);
  const network = architectureOf(choice, shown);
  const fitted = problem === null ? forClasses(network, set.classes, nameOf(set, choice, title)) : null;
  const canTrain = fitted !== null && seedProblem === null && !state.busy;
  async function train() {
    if (!fitted || !canTrain) return;
    const { pathname } = window.location;
    // It trains on what is stored: changes that aren't would be lost.
    if (!pathname.endsWith(TRAIN) && !mayLeave()) return;
    setState({ busy: true, sentence: '' });
    const ready = await networkForSet(set.id, fitted, choice === 'transfer', seed);
    setState({ busy: false, sentence: ready.ok ? '' : ready.problem.sentence });
    // Whoever has gone elsewhere meanwhile is left there, with the network that is shown.
    if (!ready.ok || window.location.pathname !== pathname) return;
    await turnToOpened(ready.value, null);
    // To go where one is already would take the network out of the address; what had the focus is gone there.
    if (pathname.endsWith(TRAIN)) document.getElementById('main')?.focus();
    else router.push(TRAIN);
  }
  return (
    <>
      <div className={styles.choices}>
        <Field
          label={words.set()}
          hint={words.setHint({ count: formatCount(set.count), classes: formatCount(set.classes.length) })}
        >
          {(ties) => (
            <select {...ties} value={set.id} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
              {sets.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.network()} hint={words[`${choice}Hint`]()}>
          {(ties) => (
            <select
              {...ties}
              value={choice}
              onChange={({ currentTarget }) =>
                setChoice(CHOICES.find((one) => one === currentTarget.value) ?? 'transfer')
              }
            >
              {CHOICES.map((one) => (
                <option key={one} value={one}>
                  {wordOf(one, title)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {isDrawn && (
          <Field label={words.seed()} hint={words.seedHint()} problem={seedProblem ?? undefined}>
            {(ties) => (
              <input
                {...ties}
                inputMode="numeric"
                value={typed}
                onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              />
            )}
          </Field>
        )}
      </div>
      {fitted && <Cost set={set} pipeline={pipelineOf(fitted)} transfer={choice === 'transfer'} />}
      <p role="alert" className={open.problem}>
        {problem ?? (fitted ? state.sentence : words.unfit())}
      </p>
      <p>
        <button type="button" className="button" aria-disabled={!canTrain} onClick={() => void train()}>
          {state.busy ? words.making() : words.train()}
        </button>
      </p>
    </>
  );
}

const seedProblemOf = rangeProblem(settings.seed(), 0, LARGEST_SEED, true);

const architectureOf = (choice: StartChoice, shown: Architecture): Architecture =>
  choice === 'shown' ? shown : PRESETS[choice === 'transfer' ? 'photographs' : choice];

/** `title`: what the network that is shown is called. */
const wordOf = (choice: StartChoice, title: string): string => {
  if (choice === 'shown') return build.shown({ name: title });
  return choice === 'transfer' ? words.transfer() : build[choice]();
};

const LONGEST_NAME = 80;
const nameOf = (set: KeptSet, choice: StartChoice, title: string): string => {
  const network = choice === 'shown' ? title : wordOf(choice, title);
  return words.named({ set: set.name, network }).slice(0, LONGEST_NAME);
};

interface CostProps {
  readonly set: KeptSet;
  readonly pipeline: Pipeline;
  readonly transfer: boolean;
}

/** What an epoch will take, how the images are divided and scaled, and which layers learn. */
function Cost({ set, pipeline, transfer }: CostProps) {
  const report = useEngine((view) => view.report);
  const probe = report?.probes.find(({ backend }) => backend === report.backend);
  const isDivided = set.counts.slice(1).some((split) => split.some((count) => count > 0));
  const images = isDivided
    ? set.counts[0].reduce((sum, count) => sum + count, 0)
    : set.count * TRAINING_SHARE;
  const learning = pipeline.stages.filter(({ weights }) => weights !== null);
  const still = transfer ? frozenStages(pipeline) : [];
  const time = probe ? stepEstimate(probe, pipeline, images, still) : null;
  return (
    <ul className={styles.facts}>
      <li>{isDivided ? words.divided() : words.division()}</li>
      <li>{words.scaled({ shape: formatShape(pipeline.architecture.input) })}</li>
      <li>{time === null ? words.measuring() : words.time({ time: formatDuration(time) })}</li>
      {transfer && (
        <li>
          {words.still({
            stages: still.join(', '),
            learning: learning.flatMap(({ id }) => (still.includes(id) ? [] : id)).join(', '),
          })}
        </li>
      )}
    </ul>
  );
}
