/** The textbook’s plot of its loss, and the exercise about it. */
import { formatNumber, formatShort } from '@/lib/format/format';
import type { Task } from '@/lib/questions/task';
import type { EpochPoint } from '@/lib/run/curve';
import words from '@/words/textbook';

/** Where the curve that the textbook plots ends, about; of its other values none is known here. */
const PLOT_END = 0.1;
/** Where it could end as well, at a glance: near the end of the table, and above both. */
const ENDS = [PLOT_END, 0.3, 0.5];

/**
 * The plot as a sketch: it falls as the table does, from the table’s first value, stretched so that it ends where the plot
 * ends.
 */
export function sketchOf(
  trace: readonly EpochPoint[],
): readonly { readonly x: number; readonly y: number }[] {
  const [first, last] = [trace[0].loss, trace[trace.length - 1].loss];
  return trace.map(({ epoch, loss }) => ({
    x: epoch,
    y: PLOT_END + ((loss - last) * (first - PLOT_END)) / (first - last),
  }));
}

/** To find the epoch where plot and table differ most, the last one, and to read the loss there off both. */
export function plotTask(trace: readonly EpochPoint[]): Task {
  const { epoch, loss } = trace[trace.length - 1];
  const [plot, table] = [formatShort(PLOT_END), formatNumber(loss, 2)];
  return {
    id: 'textbook’s plot',
    text: words.exercise(),
    tip: words.tip(),
    because: words.because({ epoch, plot, table, times: formatNumber(loss / PLOT_END, 1) }),
    otherwise: words.otherwise(),
    fields: [
      { kind: 'whole', label: words.where(), last: epoch },
      {
        kind: 'choice',
        label: words.inPlot(),
        options: ENDS.map((end) => words.near({ loss: formatShort(end) })),
      },
      { kind: 'decimal', label: words.inTable() },
    ],
    right: [epoch, ENDS.indexOf(PLOT_END), loss],
    mistakes: [],
    look: null,
    open: false,
    path: [],
  };
}
