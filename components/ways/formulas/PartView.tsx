'use client';

import { useMemo, useRef } from 'react';
import { Legend } from '@/components/canvas/Legend';
import { MapCanvas } from '@/components/canvas/MapCanvas';
import { planeImage } from '@/components/canvas/paint';
import { ScrollHint } from '@/components/site/ScrollHint';
import { useLearner } from '@/components/state/hooks';
import { type ColourRange, rangeOf } from '@/lib/format/colour-maps';
import { cellColours } from '@/lib/format/dark-colours';
import { formatFactor, formatNumber, formatResult } from '@/lib/format/format';
import type { Part } from '@/lib/formulas/reading';
import words from '@/words/formulas';
import styles from './Formula.module.css';
import { useFormula } from './formula-context';

/** The width of a map beside a formula, in rem. */
const SIDE = 12;
/** A table with more columns may be too wide for a phone: it scrolls, and must do so by keyboard. */
const FEW = 3;

interface Props {
  readonly part: Part;
  /** All parts of the figure: those of one symbol share one range of colours. */
  readonly parts: readonly Part[];
}

/** What a symbol stands for, as a table of numbers or as a map; the two highlight each other. */
export function PartView({ part, parts }: Props) {
  const { lit, point } = useFormula();
  const range = useMemo(() => {
    if (!part.scale) return null;
    const same = parts.filter(
      ({ symbol, walks }) => symbol === part.symbol && Boolean(walks) === Boolean(part.walks),
    );
    const all = Float32Array.from(same.flatMap(({ values }) => Array.from(values)));
    return rangeOf(all, part.scale === 'signed' ? 'diverging' : undefined);
  }, [part, parts]);
  return (
    <div
      className={styles.part}
      data-lit={lit === part.symbol}
      onPointerEnter={(event) => event.pointerType !== 'touch' && point(part.symbol)}
      onPointerLeave={() => point(null)}
    >
      {part.walks && range ? (
        <Plane part={part} range={range} channel={part.walks.channel} />
      ) : (
        <Numbers part={part} range={range} />
      )}
    </div>
  );
}

function Numbers({
  part: { symbol, title, values, columns, rowNames, columnNames, marked, scale },
  range,
}: {
  readonly part: Part;
  readonly range: ColourRange | null;
}) {
  const { reading } = useFormula();
  const box = useRef<HTMLDivElement>(null);
  const rows = values.length / columns;
  // As many digits as in the list of symbols, so that the arithmetic works out.
  const inFull = reading?.result === symbol ? formatResult : formatFactor;
  return (
    <div
      ref={box}
      className={styles.scroll}
      {...(columns > FEW && { role: 'group', 'aria-label': title, tabIndex: 0 })}
    >
      <ScrollHint of={box} />
      <table className={styles.numbers} data-cells={scale ?? 'none'}>
        <caption>{title}</caption>
        {columnNames && (
          <thead>
            <tr>
              {rowNames && <td />}
              {columnNames.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody className="number">
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={row}>
              {rowNames && <th scope="row">{rowNames[row]}</th>}
              {Array.from(values.subarray(row * columns, (row + 1) * columns), (value, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  key={column}
                  data-marked={row * columns + column === marked}
                  style={range ? cellColours(range, value) : undefined}
                >
                  {range ? formatNumber(value, 3) : inFull(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A whole map: the arrow keys, or a click, follow a different place on it. */
function Plane({
  part,
  range,
  channel,
}: {
  readonly part: Part;
  readonly range: ColourRange;
  readonly channel: number;
}) {
  const restore = useLearner((state) => state.restore);
  const { title, values, columns, marked = 0 } = part;
  const rows = values.length / columns;
  const image = useMemo(() => planeImage(values, rows, columns, range), [values, rows, columns, range]);
  return (
    <>
      <p className={styles.name}>{title}</p>
      <MapCanvas
        image={image}
        height={rows}
        width={columns}
        side={SIDE}
        label={title}
        place={{ row: Math.floor(marked / columns), column: marked % columns }}
        words={({ row, column }) =>
          words.place({ row, column, value: formatNumber(values[row * columns + column]) })
        }
        onPick={({ row, column }) => restore({ cell: [row, column, channel], channel })}
      />
      <Legend range={range} of="value" />
    </>
  );
}
