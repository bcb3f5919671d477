'use client';

import Link from 'next/link';
import { useSiteSets } from '@/components/explore/data/use-site-sets';
import { useOpenedNetworks } from '@/components/explore/open/use-opened-networks';
import { useLearner } from '@/components/state/hooks';
import { formatCount, formatShape } from '@/lib/format/format';
import { TITLES, tested } from '@/lib/shelf/titles';
import { learner } from '@/lib/store/learner/learner';
import { siteSubjectId, trainable } from '@/lib/store/subject/site-subject';
import { FIRST_SUBJECT } from '@/lib/store/subject/subject';
import words from '@/words/network-choice';
import styles from './NetworkLine.module.css';
import { useOwnStanding } from './own-standing';

/** The classes of each network of the shelf, and the images that it takes. */
const TELLS: Readonly<Record<string, string>> = {
  drawings: words.drawingsTell(),
  photographs: words.photographsTell(),
  digits: words.digitsTell(),
};

interface Props {
  /** What the network that is shown is called. */
  readonly name: string;
  /** The learner goes to a different page. */
  onLeave(): void;
}

/** The networks of the shelf, and those that the learner has opened, to choose from. */
export default function NetworkChoice({ name, onLeave }: Props) {
  // It may be cut off in the line under the header.
  const standing = useOwnStanding();
  return (
    <>
      <fieldset>
        <legend>{words.choose()}</legend>
        <p>{words.chooseHow()}</p>
        {standing && <p>{`${name}: ${standing.words}`}</p>}
        {TITLES.map((title) => (
          <NetworkOption
            key={title.id}
            id={title.id}
            name={title.name}
            lines={[TELLS[title.id] ?? '', `${title.trainedOn}; ${tested(title)}`]}
          />
        ))}
        <OfSite />
        <Opened />
      </fieldset>
      <p className={styles.more}>
        <Link href="/open/" prefetch={false} onClick={onLeave}>
          {words.open()}
        </Link>
        <Link href="/build/" prefetch={false} onClick={onLeave}>
          {words.build()}
        </Link>
        <Link href="/data/" prefetch={false} onClick={onLeave}>
          {words.readSet()}
        </Link>
        <Link href="/networks/" prefetch={false} onClick={onLeave}>
          {words.about()}
        </Link>
      </p>
    </>
  );
}

/** Those for the data sets that whoever hosts this site has prepared. */
function OfSite() {
  const listed = useSiteSets();
  const sets = listed?.ok ? trainable(listed.value) : [];
  if (sets.length === 0) return null;
  return (
    <>
      <p className={styles.group}>{words.ofSite()}</p>
      {sets.map((set) => (
        <NetworkOption
          key={set.folder}
          id={siteSubjectId(set)}
          name={set.about.name}
          lines={[
            words.ofSiteTell({ classes: set.about.classes.length, count: formatCount(set.about.count) }),
          ]}
        />
      ))}
    </>
  );
}

/** The networks that the learner has opened from files. */
function Opened() {
  const { networks, problem } = useOpenedNetworks();
  if (problem) return <p>{problem.sentence}</p>;
  if (!networks || networks.length === 0) return null;
  return (
    <>
      <p className={styles.group}>{words.openedOnes()}</p>
      {networks.map(({ id, architecture: { name, input, classes } }) => (
        <NetworkOption
          key={id}
          id={id}
          name={name}
          lines={[words.takes({ classes: classes.length, shape: formatShape(input) })]}
        />
      ))}
    </>
  );
}

interface OptionProps {
  /** The id of its subject. */
  readonly id: string;
  readonly name: string;
  /** What one should know of it. */
  readonly lines: readonly string[];
}

/** One of the networks that all pages can show. */
function NetworkOption({ id, name, lines }: OptionProps) {
  const chosen = useLearner(({ network }) => network ?? FIRST_SUBJECT);
  return (
    <label className={styles.option}>
      <input
        type="radio"
        name="network"
        checked={chosen === id}
        onChange={() => learner.getState().chooseNetwork(id)}
      />
      <b>{name}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </label>
  );
}
