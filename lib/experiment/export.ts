import { FIGURES } from './curves';
import type { Experiment } from './plan';

const HEAD = ['variant', 'seed', 'epoch', ...FIGURES, 'broke off'];

/** A cell by RFC 4180. A figure that is not a number is left empty. */
function cell(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** All figures, one row per epoch of a run; variants as in the plan. */
export function asCsv({ plan, runs }: Pick<Experiment, 'plan' | 'runs'>): string {
  const rows = runs.flatMap(({ variant, seed, epochs, broke }) =>
    epochs.map((record) => [
      plan.variants[variant],
      seed,
      record.epoch,
      ...FIGURES.map((figure) => record[figure]),
      broke === null ? 'no' : 'yes',
    ]),
  );
  return [HEAD, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Plan and figures. JSON has no NaN: such a figure is null. */
export const asJson = (experiment: Experiment): string => `${JSON.stringify(experiment, null, 2)}\n`;
