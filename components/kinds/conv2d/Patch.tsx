'use client';

import { type CSSProperties, useId, useMemo } from 'react';
import { NumberGrid } from '@/components/kinds/shared/NumberGrid';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import { formatNumber } from '@/lib/format/format';
import type { Term } from '@/lib/kinds/types';
import { groupTerms, inOrder } from '@/lib/provenance/terms';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/inspector';
import styles from './Patch.module.css';

interface Props {
  readonly terms: readonly Term[];
  /** The shape of the maps that the terms read. */
  readonly maps: MapShape;
  /** Columns of the kernel. */
  readonly columns: number;
  /** The colour range of all inputs, as on the map beside it. */
  readonly range: ColourRange;
  readonly channel: number;
  readonly pointed: Term | null;
  nameOf(channel: number): string;
  onChannel(channel: number): void;
  onPoint(term: Term | null): void;
  onFollow(term: Term): void;
}

const rangeOfAll = (numbers: readonly number[]) => rangeOf(Float32Array.from(numbers), 'diverging');

/** The values under the kernel in one channel, the kernel's weights on them, and their products. */
export function Patch(props: Props) {
  const { terms, maps, columns, range, channel, pointed, nameOf, onChannel, onPoint, onFollow } = props;
  const label = useId();
  const groups = useMemo(() => inOrder(groupTerms(terms, 'channel', maps), 'size'), [terms, maps]);
  const own = groups.find(({ key }) => key === channel) ?? groups[0];
  const weights = useMemo(() => rangeOfAll(terms.map(({ weight = 0 }) => weight)), [terms]);
  const products = useMemo(() => rangeOfAll(terms.map(({ product }) => product)), [terms]);
  const common = {
    columns,
    pointed: pointed ? own.terms.indexOf(pointed) : -1,
    onPoint: (at: number | null) => onPoint(at === null ? null : own.terms[at]),
    onOpen: (at: number) => !own.terms[at].padded && onFollow(own.terms[at]),
  };
  return (
    <>
      <p className={styles.head}>
        <label htmlFor={label}>{words.underKernel()}</label>
        <select id={label} value={own.key} onChange={({ target }) => onChannel(Number(target.value))}>
          {groups.map(({ key, sum }) => (
            <option key={key} value={key}>
              {words.brings({ channel: nameOf(key), sum: formatNumber(sum) })}
            </option>
          ))}
        </select>
      </p>
      <div className={styles.equation} style={{ '--columns': columns } as CSSProperties}>
        <div>
          <NumberGrid
            {...common}
            title={words.values()}
            range={range}
            values={own.terms.map(({ value, padded }) => (padded ? null : value))}
          />
        </div>
        <div>
          <span className={styles.sign}>×</span>
          <NumberGrid
            {...common}
            title={words.kernel()}
            range={weights}
            values={own.terms.map(({ weight = 0 }) => weight)}
          />
        </div>
        <div>
          <span className={styles.sign}>=</span>
          <NumberGrid
            {...common}
            title={words.products()}
            range={products}
            values={own.terms.map(({ product }) => product)}
          />
        </div>
      </div>
    </>
  );
}
