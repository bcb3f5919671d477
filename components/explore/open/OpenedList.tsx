'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { KeptItem } from '@/components/explore/KeptItem';
import { useSubject } from '@/components/state/hooks';
import { formatBytes } from '@/lib/format/bytes';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Result } from '@/lib/result';
import { learner } from '@/lib/store/learner/learner';
import {
  deleteOpened,
  type ListedNetwork,
  MOST_BYTES,
  MOST_KEPT,
  renameOpened,
} from '@/lib/store/subject/opened-networks';
import { renameSubject } from '@/lib/store/subject/subject';
import { LOCALE } from '@/words/locale';
import words from '@/words/open-network';
import styles from './Open.module.css';
import { useOpenedNetworks } from './use-opened-networks';

const date = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });

/** What its weights take: of a network that was built, those that its training begins with. */
function sizeOf({ bytes, architecture, built }: ListedNetwork): string {
  const pipeline = built ? buildPipeline(architecture) : null;
  return formatBytes(pipeline?.ok ? pipeline.value.parameters * Float32Array.BYTES_PER_ELEMENT : bytes);
}

function aboutOf(network: ListedNetwork): string {
  const about = { size: sizeOf(network), date: date.format(network.openedAt) };
  const said = network.built ? words.builtOn(about) : words.about(about);
  return said + (network.kept ? '' : ` (${words.visitOnly()})`);
}

/** The networks that were opened from files, to be shown, renamed or deleted. */
export function OpenedList() {
  const router = useRouter();
  const shown = useSubject(({ subject }) => subject.id);
  const { networks, problem, refresh } = useOpenedNetworks();
  const [sentence, setSentence] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);

  async function changed(change: Promise<Result<void>>) {
    const done = await change;
    setSentence(done.ok ? '' : done.problem.sentence);
    await refresh();
  }
  function show(id: string) {
    learner.getState().chooseNetwork(id);
    router.push('/trace/');
  }
  async function rename(id: string, name: string) {
    await changed(renameOpened(id, name));
    if (id === shown) renameSubject(name);
  }
  async function remove(id: string) {
    if (id === shown) learner.getState().chooseNetwork(null);
    await changed(deleteOpened(id));
    heading.current?.focus();
  }

  return (
    <section aria-labelledby="opened" className={styles.opened}>
      <h2 id="opened" ref={heading} tabIndex={-1}>
        {words.opened()}
      </h2>
      {networks?.length === 0 && !problem && <p>{words.none()}</p>}
      {networks && networks.length > 0 && (
        <>
          <ul className={styles.list}>
            {networks.map((network) => (
              <KeptItem
                key={network.id}
                name={network.architecture.name}
                about={aboutOf(network)}
                isShown={network.id === shown}
                onShow={() => show(network.id)}
                onRename={(name) => void rename(network.id, name)}
                onDelete={() => void remove(network.id)}
              />
            ))}
          </ul>
          <p className="label">{words.limits({ most: MOST_KEPT, size: formatBytes(MOST_BYTES) })}</p>
        </>
      )}
      <p role="alert" className={styles.problem}>
        {sentence || problem?.sentence}
      </p>
    </section>
  );
}
