'use client';

import { useEffect, useRef, useState } from 'react';
import open from '@/components/explore/open/Open.module.css';
import type { EditedSet } from '@/lib/data/sets/edit/edited-set';
import { knownWeaknesses } from '@/lib/data/sets/known/about';
import type { Finding } from '@/lib/data/sets/look/findings';
import { cardOf } from '@/lib/data/sets/take/card-of';
import { packSet } from '@/lib/data/sets/work/set-work';
import { formatBytes } from '@/lib/format/bytes';
import { formatWholePercent } from '@/lib/format/format';
import { saveFile } from '@/lib/site/save-file';
import words from '@/words/data-look';
import page from '@/words/data-page';
import { findingWords } from './finding-words';
import type { Look } from './use-look';

interface Props {
  readonly set: EditedSet;
  readonly look: Look;
  readonly findings: readonly Finding[];
}

/** What others have found of a well-known set, with their names. */
const foundBefore = ({ known }: EditedSet): readonly string[] =>
  knownWeaknesses(known).map(({ sentence, source, href }) => `${sentence} (${source}, ${href})`);

/** Saves the set as a zip archive with its card. */
export function ExportSet({ set, look, findings }: Props) {
  const [share, setShare] = useState<number | null>(null);
  const [message, setMessage] = useState({ done: '', problem: '' });
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);
  async function pack() {
    const mine = new AbortController();
    ending.current = mine;
    setMessage({ done: '', problem: '' });
    setShare(0);
    const card = cardOf(set, look.survey, [...foundBefore(set), ...findings.map(findingWords)]);
    const packed = await packSet(set, card, mine.signal, setShare);
    setShare(null);
    if (!packed) return;
    if (!packed.ok) return setMessage({ done: '', problem: packed.problem.sentence });
    const file = `${set.name.replace(/[\\/:*?"<>|]+/g, '-').slice(0, 80) || 'data'}.zip`;
    saveFile(file, packed.value);
    setMessage({ done: words.exported({ file, size: formatBytes(packed.value.size) }), problem: '' });
  }
  return (
    <>
      <p className="button-row">
        {share !== null && (
          <>
            <progress aria-label={words.export()} value={share} max={1} />
            <span className="label">{words.exporting({ share: formatWholePercent(share) })}</span>
          </>
        )}
        {/* One button for both, so that the keyboard stays on it. */}
        <button
          type="button"
          className="button-quiet"
          onClick={() => (share === null ? void pack() : ending.current?.abort())}
        >
          {share === null ? words.export() : page.cancel()}
        </button>
        <span role="status" className="label">
          {message.done}
        </span>
      </p>
      <p role="alert" className={open.problem}>
        {message.problem}
      </p>
    </>
  );
}
