'use client';

import { useId } from 'react';
import open from '@/components/explore/open/Open.module.css';
import { Pending } from '@/components/state/Pending';
import { SPLITS } from '@/lib/data/sets/labelled-set';
import { formatCount, formatWholePercent } from '@/lib/format/format';
import look from '@/words/data-look';
import words from '@/words/data-page';
import figure from '@/words/figure';
import styles from './Data.module.css';
import { ALL, type Filters, VERDICTS } from './use-filters';

interface Props {
  readonly filters: Filters;
  readonly id: string;
  readonly classes: readonly string[];
  /** How many images there are of each class in each split: `[split][class]`. */
  readonly counts: readonly (readonly number[])[];
}

/** Chooses which images the wall shows: of a class, of a split, those that the shown network predicts right or wrong. */
export function FilterRow({ filters, id, classes, counts }: Props) {
  const { label, split, verdict, found, answers, places, choose } = filters;
  const divided = SPLITS.flatMap((name, at) => (counts[at].some((count) => count > 0) ? [{ name, at }] : []));
  return (
    <>
      <div className={styles.filters} id={id}>
        <Filter
          label={words.class()}
          options={classes.map((name, at) => ({ name, at }))}
          chosen={label}
          onChoose={(at) => choose({ label: at })}
        />
        {divided.length > 1 && (
          <Filter
            label={words.split()}
            options={divided.map(({ name, at }) => ({ name: words[name](), at }))}
            chosen={split}
            onChoose={(at) => choose({ split: at })}
          />
        )}
        {answers.units && (
          <Filter
            label={look.prediction()}
            options={VERDICTS.map((name, at) => ({ name: look[name](), at }))}
            chosen={verdict}
            onChoose={(at) => choose({ verdict: at })}
          />
        )}
        <span className="label" role="status">
          {words.shown({ count: formatCount(places.length) })}
        </span>
      </div>
      <Predictions filters={filters} />
      {found && (
        <p className={styles.found}>
          <span className="label">{look.showing({ what: found.what })}</span>{' '}
          <button type="button" className="button-quiet" onClick={() => choose({ found: null })}>
            {look.showAll()}
          </button>
        </p>
      )}
    </>
  );
}

/** How far the predictions are, or how many of them are right; why there are none. */
function Predictions({ filters }: Pick<Props, 'filters'>) {
  const { answers, verdict, choose } = filters;
  const { network: name, units, done, tally, problem, passing } = answers;
  if (!units) return <p className="label">{look.otherClasses({ name })}</p>;
  if (verdict === ALL) return null;
  return (
    <>
      <p className="button-row">
        <span className="label" role="status">
          {tally && look.tally({ name, right: formatCount(tally.right), count: formatCount(tally.count) })}
          {tally && passing && ` ${look.passing()}`}
          {!tally && done === null && !problem && <Pending>{figure.waiting()}</Pending>}
        </span>
        {done !== null && (
          <>
            <span className="label">{look.predicting({ name, share: formatWholePercent(done) })}</span>
            <button type="button" className="button-quiet" onClick={() => choose({ verdict: ALL })}>
              {words.cancel()}
            </button>
          </>
        )}
      </p>
      <p role="alert" className={open.problem}>
        {problem}
      </p>
    </>
  );
}

interface FilterProps {
  readonly label: string;
  readonly options: readonly { readonly name: string; readonly at: number }[];
  readonly chosen: number;
  onChoose(at: number): void;
}

function Filter({ label, options, chosen, onChoose }: FilterProps) {
  const id = useId();
  return (
    <span className="field">
      <label htmlFor={id}>{label}</label>{' '}
      <select id={id} value={chosen} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
        <option value={ALL}>{words.all()}</option>
        {options.map(({ name, at }) => (
          <option key={at} value={at}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
