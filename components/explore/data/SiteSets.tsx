'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import open from '@/components/explore/open/Open.module.css';
import { nextTask } from '@/lib/data/next-task';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { loadSiteSet, packAddresses, type SiteSet } from '@/lib/data/sets/site-set';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/format';
import { asset } from '@/lib/site/asset';
import { learner } from '@/lib/store/learner/learner';
import { siteSubjectId, trainable } from '@/lib/store/subject/site-subject';
import words from '@/words/data-page';
import styles from './Data.module.css';
import { ReadSetView } from './ReadSetView';
import { useSiteSets } from './use-site-sets';

/**
 * The data sets that whoever hosts this site has prepared for it: each opens like one that was read from files, and is the
 * subject of a network of its own. Nothing where there are none.
 */
export function SiteSets() {
  const listed = useSiteSets();
  const router = useRouter();
  const title = useId();
  const [set, setSet] = useState<LabelledSet | null>(null);
  const [bytes, setBytes] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  async function load({ folder, about }: SiteSet) {
    if (bytes !== null) return;
    setBytes(0);
    setProblem('');
    const addresses = packAddresses(folder).map((path) => asset(path));
    const loaded = await loadSiteSet(about, addresses, setBytes, nextTask);
    setBytes(null);
    if (loaded.ok) setSet(loaded.value);
    else setProblem(loaded.problem.sentence);
  }
  const sets = listed?.ok ? listed.value : [];
  const sentence = listed && !listed.ok ? listed.problem.sentence : problem;
  function train(one: SiteSet) {
    learner.getState().chooseNetwork(siteSubjectId(one));
    router.push('/train/');
  }
  if (sets.length === 0 && sentence === '') return null;
  if (set) return <ReadSetView set={set} problem={null} onClose={() => setSet(null)} />;
  return (
    <section aria-labelledby={title} className={styles.set}>
      <h2 id={title}>{words.siteSets()}</h2>
      <p className={open.intro}>{words.siteSetsIntro()}</p>
      <ul className={open.list}>
        {sets.map((one) => (
          <li key={one.folder}>
            <span>
              {words.siteSet({
                name: one.about.name,
                count: formatCount(one.about.count),
                classes: formatCount(one.about.classes.length),
              })}
            </span>{' '}
            <button
              type="button"
              className="button-quiet"
              aria-disabled={bytes !== null}
              aria-label={words.siteSetOpen({ name: one.about.name })}
              onClick={() => void load(one)}
            >
              {words.open()}
            </button>{' '}
            {trainable([one]).length > 0 && (
              <button
                type="button"
                className="button-quiet"
                aria-label={words.siteSetTrainOn({ name: one.about.name })}
                onClick={() => train(one)}
              >
                {words.siteSetTrain()}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="label">
        {bytes !== null && formatBytes(bytes)}
      </p>
      <p role="alert" className={open.problem}>
        {sentence}
      </p>
    </section>
  );
}
