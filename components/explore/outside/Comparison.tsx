'use client';

import { useEffect, useState } from 'react';
import { Savable } from '@/components/controls/Savable';
import { ScrollBox } from '@/components/site/ScrollBox';
import { thumbnailOf } from '@/lib/data/samples/sample';
import { formatCount, formatPercent } from '@/lib/format/format';
import { classWords } from '@/lib/network/class-words';
import type { Result } from '@/lib/result';
import {
  COMPARED,
  type ComparedImage,
  compareNetworks,
  type TopPrediction,
  tally,
} from '@/lib/store/explore/out-of-distribution';
import words from '@/words/outside';
import styles from './Comparison.module.css';

const [{ dataSet }] = COMPARED;
const classWord = classWords(dataSet.names);
const NETWORKS = [words.drawingsNetwork(), words.photographsNetwork()];

/** Drawings and photographs through both networks: every top prediction with its confidence, and what they come to. */
export function Comparison() {
  const [compared, setCompared] = useState<Result<readonly ComparedImage[]> | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared again on request
  useEffect(() => {
    let gone = false;
    setCompared(null);
    void compareNetworks().then((found) => {
      if (!gone) setCompared(found);
    });
    return () => {
      gone = true;
    };
  }, [turn]);
  return (
    <>
      <div aria-live="polite" aria-busy={compared === null}>
        {compared === null && <p className="label">{words.computing()}</p>}
        {compared?.ok === false && <p className="notice">{compared.problem.sentence}</p>}
        {compared?.ok && <Summary images={compared.value} />}
      </div>
      {compared?.ok === false && (
        <button type="button" className="button" onClick={() => setTurn(turn + 1)}>
          {words.compute()}
        </button>
      )}
      {/* Not announced: as many rows as there are images. */}
      {compared?.ok && <Each images={compared.value} />}
    </>
  );
}

interface ImagesProps {
  readonly images: readonly ComparedImage[];
}

function Summary({ images }: ImagesProps) {
  const groups = [
    { name: words.drawings(), images: images.filter(({ sample }) => !sample.photograph) },
    { name: words.photographs(), images: images.filter(({ sample }) => sample.photograph) },
  ];
  return (
    <Table label={words.summary()} first={words.images()}>
      {groups.map(({ name, images: group }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {NETWORKS.map((network, at) => {
            const { right, confidence } = tally(group, at);
            const count = formatCount(group.length);
            return (
              <td key={network}>
                {words.tally({
                  right: formatCount(right),
                  count,
                  confidence: formatPercent(confidence),
                })}
              </td>
            );
          })}
        </tr>
      ))}
    </Table>
  );
}

const Each = ({ images }: ImagesProps) => (
  <Table label={words.each()} first={words.image()}>
    {images.map(({ sample, predictions }) => (
      <tr key={sample.id}>
        <th scope="row">
          <span className={styles.image}>
            {/* biome-ignore lint/performance/noImgElement: a static export has no image server, and these are tiny */}
            <img
              src={thumbnailOf(sample.id, dataSet.samples)}
              alt=""
              width={48}
              height={48}
              className="pixels"
            />
            {classWord(sample.label)}
          </span>
        </th>
        {predictions.map((prediction, at) => (
          <td key={NETWORKS[at]}>
            <Prediction {...prediction} />
          </td>
        ))}
      </tr>
    ))}
  </Table>
);

const Prediction = ({ label, share, isRight }: TopPrediction) => (
  <>
    <span aria-hidden="true">{isRight ? '✓' : '✗'}</span>
    <span className="visually-hidden">{isRight ? words.right() : words.wrong()}</span>{' '}
    {words.prediction({ name: classWord(label), share: formatPercent(share) })}
  </>
);

interface TableProps {
  readonly label: string;
  /** The head of the first column. */
  readonly first: string;
  readonly children: React.ReactNode;
}

/** A column for each network. */
const Table = ({ label, first, children }: TableProps) => (
  <Savable label={label}>
    <ScrollBox label={label}>
      <table className={`table-words ${styles.table}`}>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {NETWORKS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollBox>
  </Savable>
);
