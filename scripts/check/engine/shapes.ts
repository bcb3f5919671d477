/** `npm run check:shapes`: the reference pipeline as computed, next to the reference file. Exits with 1 on a difference. */

import { compare } from '@/lib/course/compare';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { referencePipeline } from '@/lib/course/reference';

const rows = compare(referencePipeline, REFERENCE_FACTS);
const widths = (['what', 'computed', 'stated'] as const).map((key) =>
  Math.max(key.length, ...rows.map((row) => row[key].length)),
);
const line = (...cells: readonly string[]) => cells.map((cell, at) => cell.padEnd(widths[at])).join('  ');

console.log(line('what', 'computed', 'stated'));
for (const { what, computed, stated } of rows) {
  console.log(`${line(what, computed, stated)}  ${computed === stated ? '✓' : '✗ differs'}`);
}
const differences = rows.filter(({ computed, stated }) => computed !== stated).length;
console.log(
  differences === 0 ? '\nEvery shape and count agrees.' : `\n${differences} of ${rows.length} differ.`,
);
process.exitCode = differences === 0 ? 0 : 1;
