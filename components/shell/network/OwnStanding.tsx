'use client';

import line from './NetworkLine.module.css';
import { useOwnStanding } from './own-standing';

/** What the line of the network says of one whose weights don't come with the site. */
export default function OwnStanding() {
  const standing = useOwnStanding();
  return (
    standing && (
      <p className={line.standing} title={standing.words}>
        <span className={line.whole}>{standing.words}</span>
        <span className={line.brief}>{standing.brief}</span>
      </p>
    )
  );
}
