/** `npm run check:shapes`: the reference pipeline as computed, next to the reference file. Exits with 1 on a difference. */

import { compare } from '@/lib/course/compare';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { referencePipeline } from '@/lib/course/reference';

const rows = compare(referencePipeline, REFERENCE_FACTS);
const widths = (['what', 'computed', 'given'] as const).map((key) =>
  Math.max(key.length, ...rows.map((row) => row[key].length)),
);
const line = (...cells: readonly string[]) => cells.map((cell, at) => cell.padEnd(widths[at])).join('  ');

console.log(line('what', 'computed', 'given'));
for (const { what, computed, given } of rows) {
  console.log(`${line(what, computed, given)}  ${computed === given ? '✓' : '✗ differs'}`);
}
const differences = rows.filter(({ computed, given }) => computed !== given).length;
console.log(
  differences === 0 ? '\nEvery shape and count agrees.' : `\n${differences} of ${rows.length} differ.`,
);
process.exitCode = differences === 0 ? 0 : 1;
