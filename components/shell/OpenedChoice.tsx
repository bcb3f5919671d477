'use client';

import { useOpenedNetworks } from '@/components/explore/open/use-opened-networks';
import { formatShape } from '@/lib/format/format';
import words from '@/words/shelf';
import styles from './NetworkLine.module.css';
import { NetworkOption } from './NetworkOption';

/** The networks that the learner has opened from files, to be chosen like those of the shelf. */
export default function OpenedChoice() {
  const { networks } = useOpenedNetworks();
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
