'use client';

import open from '@/components/explore/open/Open.module.css';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import { type Finding, findingKey } from '@/lib/data/sets/look/findings';
import words from '@/words/data-look';
import styles from '../Data.module.css';
import { findingWords } from './finding-words';
import { Thumbs } from './Thumbs';
import type { Look } from './use-look';

/** How many images stand beside a finding. */
const EXAMPLES = 6;

interface Props {
  readonly set: EditedSet;
  readonly look: Look;
  readonly findings: readonly Finding[];
  /** Shows these images alone. */
  onShow(finding: Finding): void;
}

/** What stands out about a set: one sentence each, with images. */
export function Findings({ set, look, findings, onShow }: Props) {
  const isPending = !look.survey && look.problem === null;
  return (
    <section aria-label={words.findings()} className={styles.findings}>
      <h3>{words.findings()}</h3>
      {isPending && (
        <p className={open.choose}>
          <span className="label" role="status">
            {look.done < 1 ? words.looking() : words.comparing()}
          </span>
          <progress aria-label={words.looking()} value={look.done < 1 ? look.done : undefined} max={1} />
        </p>
      )}
      {!isPending && findings.length === 0 && look.survey && <p>{words.nothing()}</p>}
      <p role="alert" className={open.problem}>
        {look.problem}
      </p>
      <ul>
        {findings.map((finding) => {
          const what = findingWords(finding);
          return (
            <li key={findingKey(finding)}>
              <p>{what}</p>
              {finding.places.length > 0 && (
                <p className={styles.shown}>
                  <Thumbs set={set} places={finding.places} most={EXAMPLES} />
                  <button
                    type="button"
                    className="button-quiet"
                    aria-label={words.showTheseOf({ what })}
                    onClick={() => onShow(finding)}
                  >
                    {words.showThese()}
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
